package org.qopt.dialect.builtin;

import java.util.Optional;
import java.util.Set;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.StringAttr;

/** The rules of MLIR for operations that have a name. */
public final class Symbols {
  private static final Set<String> VISIBILITIES = Set.of("public", "private", "nested");

  private Symbols() {}

  /** {@return what is wrong with the visibility of {@code op}, if it has one} */
  public static Optional<String> visibilityViolation(Operation op) {
    return op.attribute("sym_visibility", StringAttr.class)
        .map(StringAttr::value)
        .filter(word -> !VISIBILITIES.contains(word))
        .map(
            word ->
                "visibility expected to be one of [\"public\", \"private\", \"nested\"], but got \""
                    + word
                    + "\"");
  }

  /** {@return whether {@code op} is seen everywhere, as symbols are that do not say otherwise} */
  public static boolean isPublic(Operation op) {
    return op.attribute("sym_visibility", StringAttr.class)
        .map(StringAttr::value)
        .orElse("public")
        .equals("public");
  }
}
