package org.qopt.ir.diagnostic;

import java.util.Optional;

/** Gives the lines that diagnostics point into. */
@FunctionalInterface
public interface LineSource {
  /** Shows no lines. */
  LineSource NONE = (_, _) -> Optional.empty();

  /** {@return line {@code number}, counted from 1, of the text that locations call {@code file}} */
  Optional<String> line(String file, int number);
}
