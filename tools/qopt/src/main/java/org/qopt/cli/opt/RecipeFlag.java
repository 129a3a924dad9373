package org.qopt.cli.opt;

import com.google.common.collect.ImmutableList;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.qopt.cli.CliIo;
import org.qopt.cli.UsageException;
import org.qopt.cli.args.Arguments;
import org.qopt.cli.model.ModelFiles;
import org.qopt.cli.recipe.RecipeReader;
import org.qopt.pass.PassStage;
import org.qopt.pass.Pipeline;
import org.qopt.pass.Stage;
import org.qopt.passes.annotate.QuantAnnotatePass;
import org.qopt.passes.annotate.RecipeSource;

/**
 * What {@code --recipe} does to a pipeline: each {@code quant-annotate} in it takes the recipe. It
 * becomes an option of the pass, so that the text of a pipeline says all.
 */
final class RecipeFlag {
  static final String FLAG = "recipe";

  private RecipeFlag() {}

  /** {@return what reads recipes from files} */
  static RecipeSource source(CliIo io) {
    return file -> RecipeReader.read(ModelFiles.text(file.toString(), io).text(), file.toString());
  }

  /**
   * {@return {@code pipeline}, where quant-annotate takes the recipe}
   *
   * @throws UsageException if there is one and no pass takes it
   */
  static Pipeline given(Pipeline pipeline, Arguments arguments) {
    if (!arguments.has(FLAG)) {
      return pipeline;
    }
    if (pipeline.passes().stream().noneMatch(QuantAnnotatePass.class::isInstance)) {
      throw new UsageException(
          "--recipe is for 'quant-annotate', which does not run; --legalize=TARGET runs it");
    }
    return given(pipeline, file(arguments));
  }

  private static Pipeline given(Pipeline pipeline, Path file) {
    ImmutableList.Builder<Stage> stages = ImmutableList.builder();
    for (Stage stage : pipeline.stages()) {
      stages.add(
          switch (stage) {
            case PassStage(QuantAnnotatePass pass) -> new PassStage(pass.withRecipe(file));
            case PassStage other -> other;
            case Pipeline inner -> given(inner, file);
          });
    }
    return new Pipeline(pipeline.anchor(), stages.build());
  }

  private static Path file(Arguments arguments) {
    String name = arguments.value(FLAG).orElseThrow();
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new UsageException("--recipe wants a file, but got '" + e.getInput() + "'");
    }
  }
}
