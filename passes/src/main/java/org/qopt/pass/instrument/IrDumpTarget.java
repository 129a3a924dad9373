package org.qopt.pass.instrument;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.qopt.pass.PassRun;

/** Takes the dumps of {@link IrPrinting}. */
@FunctionalInterface
public interface IrDumpTarget {
  /** Takes a banner and the program after it, as whole lines. */
  void take(PassRun run, String dump);

  /** {@return a target that writes all dumps to {@code out}, with an empty line after each} */
  static IrDumpTarget stream(Appendable out) {
    return (_, dump) -> {
      try {
        out.append(dump).append("\n");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }
}
