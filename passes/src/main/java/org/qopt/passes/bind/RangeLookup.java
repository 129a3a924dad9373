package org.qopt.passes.bind;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.location.Location;
import org.qopt.ir.type.TensorType;
import org.qopt.quantize.ValueRange;

/** Finds calibrated ranges by the names of values, and remembers those that are missing. */
final class RangeLookup {
  private static final int NAMES_SHOWN = 3;

  private final Optional<CalibrationTable> table;
  private final Function<Value, String> names;
  private final Set<String> asked = new LinkedHashSet<>();
  private final Map<String, Location> missing = new LinkedHashMap<>();

  RangeLookup(Optional<CalibrationTable> table, Function<Value, String> names) {
    this.table = table;
    this.names = names;
  }

  /** {@return the range of {@code value}, which {@code observer} observes, if it is known} */
  Optional<ValueRange> range(Value value, Operation observer) {
    if (isEmpty(value)) {
      // No calibration sees an element of it.
      return Optional.of(new ValueRange(0, 0));
    }
    String name = names.apply(value);
    asked.add(name);
    Optional<ValueRange> range = table.flatMap(t -> t.range(name));
    if (range.isEmpty()) {
      missing.putIfAbsent(name, observer.reportLocation());
    }
    return range;
  }

  private static boolean isEmpty(Value value) {
    return value.type() instanceof TensorType tensor
        && tensor.shape().dims().stream().anyMatch(dim -> dim == 0);
  }

  /**
   * Ends the work if a range was not found.
   *
   * @throws InvalidInputException that names the first value, how many there are, and the command
   *     that would supply them
   */
  void reportMissing() {
    if (missing.isEmpty()) {
      return;
    }
    Map.Entry<String, Location> first = missing.entrySet().iterator().next();
    Diagnostic error =
        Diagnostic.error(
                first.getValue(),
                "no range is known for value \"%s\"%s".formatted(first.getKey(), others()))
            .as(DiagnosticKind.CALIBRATION_MISSING);
    if (table.isPresent()) {
      error = error.withNote(first.getValue(), mismatch(table.get()));
    }
    throw new InvalidInputException(
        error.withNote(
            first.getValue(),
            "ranges come from 'qopt calibrate MODEL --data=FILE -o FILE.calib.json', given as"
                + " --calibration=FILE.calib.json, or from --calibration-data=FILE"));
  }

  private String others() {
    int count = missing.size() - 1;
    return count == 0 ? "" : " and %d other%s".formatted(count, count == 1 ? "" : "s");
  }

  private String mismatch(CalibrationTable calibration) {
    List<String> strange =
        calibration.ranges().keySet().stream().filter(name -> !asked.contains(name)).toList();
    if (missing.size() < asked.size() || strange.isEmpty()) {
      return "the calibration has ranges for %d of the %d values that need one"
          .formatted(asked.size() - missing.size(), asked.size());
    }
    return "the calibration is of another model: it has ranges for "
        + String.join(
            ", ", strange.stream().limit(NAMES_SHOWN).map(name -> '"' + name + '"').toList())
        + (strange.size() > NAMES_SHOWN ? ", ..." : "")
        + ", and for no value of this one";
  }
}
