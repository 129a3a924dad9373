package org.qopt.cli.compare;

import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.tensor.Tensor;
import org.qopt.parser.array.ArrayFile;
import org.qopt.parser.array.SampleSource;
import org.qopt.parser.io.FileFaults;

/**
 * The right class of each sample.
 *
 * @param classes one whole number per sample
 */
record Labels(Tensor classes) {
  /**
   * {@return the labels in a file}
   *
   * @throws InvalidInputException if they are not one whole number for each of {@code samples}
   */
  static Labels of(ArrayFile file, long samples) {
    if (file.arrays().size() != 1) {
      throw FileFaults.invalid(
          file.file(), "expected one array of labels, but got " + file.arrays().keySet());
    }
    SampleSource source = file.arrays().values().iterator().next();
    boolean onePerSample = source.samples() == samples && source.sampleShape().elements() == 1;
    if (!onePerSample || source.kind().isFloat()) {
      throw FileFaults.invalid(
          file.file(),
          "expected %d whole numbers as labels, but got an array of shape %s and type %s"
              .formatted(samples, source.shape(), source.kind().type()));
    }
    return new Labels(source.read(0, Math.toIntExact(samples)));
  }

  long of(long sample) {
    return classes.integer(sample);
  }
}
