package org.qopt.cli.data;

import com.google.common.collect.Range;
import org.qopt.cli.model.ProgramInput;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.tensor.Tensor;
import org.qopt.parser.array.SampleSource;
import org.qopt.parser.io.FileFaults;

/**
 * The samples in a file for one input of a program.
 *
 * @param file what the file is called in messages
 * @param input the input
 * @param source the samples
 * @param layout how they become arguments
 */
record InputData(String file, ProgramInput input, SampleSource source, InputLayout layout) {
  /**
   * {@return the samples of {@code source} as data for {@code input}}
   *
   * @throws InvalidInputException if their shapes do not fit, or samples are left over
   */
  static InputData of(String file, ProgramInput input, SampleSource source) {
    InputLayout layout =
        InputLayout.of(input.type().shape(), source.sampleShape())
            .orElseThrow(() -> misfit(file, input, source));
    if (source.samples() % layout.samplesPerRun() != 0) {
      throw FileFaults.invalid(
          file,
          "input \"%s\" takes %d samples at a time, but %d samples leave a remainder"
              .formatted(input.name(), layout.samplesPerRun(), source.samples()));
    }
    return new InputData(file, input, source, layout);
  }

  private static InvalidInputException misfit(
      String file, ProgramInput input, SampleSource source) {
    return FileFaults.invalid(
        file,
        "expected samples for input \"%s\" of type %s, but the array has shape %s (axis 0 counts samples)"
            .formatted(input.name(), input.type(), source.shape()));
  }

  long runs() {
    return source.samples() / layout.samplesPerRun();
  }

  /**
   * {@return the argument for a run}
   *
   * @throws InvalidInputException if there is a NaN in it, or an integer that the input cannot hold
   */
  Tensor argument(long run) {
    int count = layout.samplesPerRun();
    Tensor samples = source.read(run * count, count);
    if (samples.kind().isFloat()) {
      checkNumbers(samples, run * count);
    }
    input.stored().ifPresent(range -> checkStored(samples, run * count, range));
    return samples.reshaped(layout.argument());
  }

  private void checkStored(Tensor samples, long firstSample, Range<Long> range) {
    long perSample = samples.size() / Math.max(1, layout.samplesPerRun());
    for (long i = 0; i < samples.size(); i++) {
      double number = samples.real(i);
      if (number < range.lowerEndpoint() || number > range.upperEndpoint()) {
        throw FileFaults.invalid(
            file,
            "sample %d has %s for input \"%s\" (element %d), which stores integers from %d to %d"
                .formatted(
                    firstSample + i / perSample,
                    samples.kind().isFloat() ? (Object) number : (Object) samples.integer(i),
                    input.name(),
                    i % perSample,
                    range.lowerEndpoint(),
                    range.upperEndpoint()));
      }
    }
  }

  private void checkNumbers(Tensor samples, long firstSample) {
    long perSample = samples.size() / Math.max(1, layout.samplesPerRun());
    for (long i = 0; i < samples.size(); i++) {
      if (Double.isNaN(samples.real(i))) {
        throw FileFaults.invalid(
            file,
            "sample %d has NaN for input \"%s\" (element %d)"
                .formatted(firstSample + i / perSample, input.name(), i % perSample));
      }
    }
  }
}
