package org.qopt.passes.bind;

import java.nio.file.Path;

/** Reads calibration files; passes know of no file format. */
@FunctionalInterface
public interface CalibrationSource {
  /**
   * {@return the table in {@code file}}
   *
   * @throws org.qopt.ir.diagnostic.InvalidInputException if it cannot be read or is malformed
   */
  CalibrationTable load(Path file);
}
