package org.qopt.cli.compare;

import java.util.List;
import java.util.Optional;
import org.qopt.cli.CliIo;
import org.qopt.cli.Progress;
import org.qopt.cli.data.SampleFiles;
import org.qopt.cli.data.Samples;
import org.qopt.cli.model.Model;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.parser.array.ArrayFile;

/**
 * Compares two programs over files of samples.
 *
 * @param reference the program that is taken to be right
 * @param candidate the program that is held against it; inputs and outputs correspond by position
 * @param perLayer whether values inside are compared too
 * @param threads how many samples are worked on at once
 */
public record Comparer(Model reference, Model candidate, boolean perLayer, int threads) {
  /**
   * {@return the comparison over all samples}
   *
   * @throws InvalidInputException if the programs or files do not fit together
   */
  public ComparisonResult run(List<String> data, Optional<String> labels, CliIo io) {
    checkSignatures();
    try (Samples expected = SampleFiles.all(io, reference.inputs(), data);
        Samples found = SampleFiles.all(io, candidate.inputs(), data)) {
      if (expected.samplesPerRun() != found.samplesPerRun()) {
        throw mismatch("samples at a time", expected.samplesPerRun(), found.samplesPerRun());
      }
      Comparison comparison =
          new Comparison(reference, candidate, readLabels(labels, expected.count(), io), perLayer);
      try (Progress progress = Progress.start("comparing", expected.runs(), io)) {
        return comparison.run(expected, found, threads, progress::step);
      }
    }
  }

  private static Optional<Labels> readLabels(Optional<String> file, long samples, CliIo io) {
    return file.map(
        name -> {
          try (ArrayFile array = ArrayFile.open(io.resolve(name), name)) {
            return Labels.of(array, samples);
          }
        });
  }

  private void checkSignatures() {
    if (reference.inputs().size() != candidate.inputs().size()) {
      throw mismatch("inputs", reference.inputs().size(), candidate.inputs().size());
    }
    if (reference.outputs().size() != candidate.outputs().size()) {
      throw mismatch("outputs", reference.outputs().size(), candidate.outputs().size());
    }
  }

  private InvalidInputException mismatch(String what, int expected, int found) {
    return new InvalidInputException(
        candidate.function().operation().reportLocation(),
        "the reference has %d %s, but the candidate has %d".formatted(expected, what, found));
  }
}
