package org.qopt.cli.calibrate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qopt.cli.data.OrderedWork;
import org.qopt.cli.data.Samples;
import org.qopt.cli.model.Model;
import org.qopt.ir.Value;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.op.Traits;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.parser.io.FileFaults;
import org.qopt.passes.bind.CalibrationTable;
import org.qopt.quantize.ValueRange;

/**
 * Finds the range of each float value of a program by running it over samples, once. What is held
 * does not depend on the number of samples, and the result does not depend on the number of
 * threads.
 */
public final class Calibrator {
  /**
   * The name of the method in calibration files: the least and the largest number that was seen.
   */
  public static final String METHOD = "minmax";

  private Calibrator() {}

  /**
   * {@return the ranges of the float values of {@code models}, constants left out}
   *
   * @param models forms of one program; a value that several have is observed in the first of them
   * @param runs how many of the samples' runs are made, from the first
   * @param threads the number of threads, at least 1
   * @param progress told after each run
   * @throws InvalidInputException if the data are at fault, or a value becomes NaN or infinite; the
   *     message names sample and value
   */
  public static CalibrationTable run(
      List<Model> models, Samples samples, long runs, int threads, Runnable progress) {
    Map<String, ValueRange> ranges = new LinkedHashMap<>();
    OrderedWork.run(
        runs,
        threads,
        number -> rangesOf(models, samples, number),
        seen -> {
          seen.forEach((name, range) -> ranges.merge(name, range, ValueRange::union));
          progress.run();
        });
    return CalibrationTable.of(ranges, runs * samples.samplesPerRun(), METHOD);
  }

  private static Map<String, ValueRange> rangesOf(List<Model> models, Samples samples, long run) {
    List<Tensor> data = samples.run(run);
    Map<String, ValueRange> ranges = new LinkedHashMap<>();
    for (Model model : models) {
      model.run(
          data,
          false,
          (value, tensor) -> {
            if (tensor.kind().isFloat() && tensor.size() > 0 && isObserved(value)) {
              ranges.computeIfAbsent(
                  model.names().name(value), name -> rangeOf(tensor, name, samples.origin(run)));
            }
          });
    }
    return ranges;
  }

  /** {@return whether ranges of {@code value} are asked for, if it is a float} */
  static boolean isObserved(Value value) {
    return value.definingOp().filter(op -> op.has(Traits.CONSTANT_LIKE)).isEmpty();
  }

  private static ValueRange rangeOf(Tensor tensor, String name, Samples.Origin origin) {
    float min = Float.POSITIVE_INFINITY;
    float max = Float.NEGATIVE_INFINITY;
    float[] elements = tensor.cast(ElementKind.F32).floats();
    for (int i = 0; i < elements.length; i++) {
      float x = elements[i];
      if (!Float.isFinite(x)) {
        throw FileFaults.invalid(
            origin.file(),
            "%s: value \"%s\" becomes %s (element %d), which no range can hold"
                .formatted(origin.samples(), name, x, i));
      }
      min = Math.min(min, x);
      max = Math.max(max, x);
    }
    return new ValueRange(min, max);
  }
}
