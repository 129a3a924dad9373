package org.qopt.pass.instrument;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.qopt.pass.PassRun;

/** Takes the dumps of {@link IrPrinting}. */
@FunctionalInterface
public interface IrDumpTarget {
  /** Takes a banner, the program after it, and empty lines. */
  void take(PassRun run, String dump);

  /** {@return whether dumps of different operations may come in any order, on several threads} */
  default boolean isConcurrent() {
    return false;
  }

  /** {@return a target that writes all dumps to {@code out}} */
  static IrDumpTarget stream(Appendable out) {
    return (_, dump) -> {
      try {
        out.append(dump);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }
}
