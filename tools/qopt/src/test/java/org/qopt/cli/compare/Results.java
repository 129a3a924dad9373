package org.qopt.cli.compare;

import java.util.List;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

/** Comparisons with one output {@code y} and one layer {@code z}, for tests. */
final class Results {
  private Results() {}

  /** 20 dB, half of two labelled samples right and half of them alike. */
  static ComparisonResult twentyDecibels() {
    Classification classes = new Classification(true);
    classes.add(1, 1, 1);
    classes.add(0, 2, 0);
    return result(classes, new float[] {10, 0}, new float[] {11, 0});
  }

  /** Equal, without labels. */
  static ComparisonResult equal() {
    Classification classes = new Classification(false);
    classes.add(0, 0, 0);
    return result(classes, new float[] {1, 2}, new float[] {1, 2});
  }

  /** A candidate that gives NaN. */
  static ComparisonResult bad() {
    return result(new Classification(false), new float[] {1}, new float[] {Float.NaN});
  }

  private static ComparisonResult result(
      Classification classes, float[] reference, float[] candidate) {
    return new ComparisonResult(
        classes.samples(),
        List.of(new ComparisonResult.Output("y", error(reference, candidate))),
        classes,
        List.of(new ComparisonResult.Layer("z", "nn.relu", error(reference, candidate))));
  }

  private static ErrorStatistics error(float[] reference, float[] candidate) {
    ErrorStatistics error = new ErrorStatistics();
    error.add(
        Tensor.of(Shape.of(reference.length), reference),
        Tensor.of(Shape.of(candidate.length), candidate));
    return error;
  }
}
