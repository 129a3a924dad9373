package org.qopt.passes.annotate;

import java.nio.file.Path;
import org.qopt.quantize.recipe.Recipe;

/** Reads recipes; passes know of no file format. */
@FunctionalInterface
public interface RecipeSource {
  /**
   * {@return the recipe in {@code file}}
   *
   * @throws org.qopt.ir.diagnostic.InvalidInputException if it cannot be read or is malformed
   */
  Recipe load(Path file);
}
