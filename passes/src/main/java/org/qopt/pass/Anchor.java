package org.qopt.pass;

import java.util.Optional;

/**
 * The kind of operation that a pass or a pipeline runs on.
 *
 * @param opName the full name of the operation, or empty for any
 */
public record Anchor(Optional<String> opName) {
  /** The word that stands for any operation in the text of a pipeline. */
  public static final String ANY_WORD = "any";

  /** Any operation. */
  public static final Anchor ANY = new Anchor(Optional.empty());

  /** {@code builtin.module}. */
  public static final Anchor MODULE = of("builtin.module");

  /** {@code func.func}. */
  public static final Anchor FUNCTION = of("func.func");

  /** {@return the anchor that is the operation {@code opName}} */
  public static Anchor of(String opName) {
    return new Anchor(Optional.of(opName));
  }

  /** {@return whether an operation of this name may be run on} */
  public boolean accepts(String name) {
    return opName.isEmpty() || opName.get().equals(name);
  }

  /** {@return whether whatever runs on this anchor can stand in a pipeline over {@code outer}} */
  public boolean fits(Anchor outer) {
    return opName.isEmpty() || equals(outer);
  }

  /** {@return the name as it stands in the text of a pipeline} */
  @Override
  public String toString() {
    return opName.orElse(ANY_WORD);
  }
}
