package org.qopt.passes.shapeinference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.OpResult;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;

/**
 * The dimensions of a function's values, those that are not known as symbols: equal ones are equal
 * symbols, however they came about. Every symbol stands for at least 1, since a reshape of nothing
 * leaves open what its -1 is.
 */
final class SymbolicShapes {
  /**
   * Where a symbol comes from.
   *
   * @param value the first value that has it
   * @param axis which of its dimensions it is
   */
  record Origin(Value value, int axis) {}

  /** The positions {@code step} apart from 0 to {@code way}: ⌊way / step⌋ + 1 of them. */
  record Positions(Dim way, long step) {}

  private final List<Origin> origins = new ArrayList<>();
  private final Map<Positions, Integer> positions = new HashMap<>();
  private final Map<Value, List<Dim>> dims = new HashMap<>();

  /** {@return the dimensions of all values of a function whose types are inferred} */
  static SymbolicShapes of(FuncOp function) {
    SymbolicShapes shapes = new SymbolicShapes();
    function.operation().walk(operation -> operation.results().forEach(shapes::infer));
    return shapes;
  }

  /** {@return the dimensions of {@code value}, or empty if their number is not known} */
  Optional<List<Dim>> dims(Value value) {
    if (!(value.type() instanceof TensorType type)) {
      return Optional.empty();
    }
    // Most programs have known dimensions only, of which nothing needs to be kept.
    if (type.shape().isStatic()) {
      return Optional.of(type.shape().dims().stream().mapToObj(Dim::of).toList());
    }
    return Optional.of(dims.computeIfAbsent(value, _ -> of(value, type.shape(), List.of())));
  }

  /**
   * {@return how many positions there are, as a symbol that is the same for equal ones; what is a
   * multiple of the step needs none}
   *
   * @param origin where it comes from, if it is new
   */
  Optional<Dim> count(Positions asked, Origin origin) {
    Dim rest = asked.way().rest(asked.step());
    // With factors from 0 to below the step, and symbols of at least 1, it is not negative.
    Dim ofRest =
        rest.known().isPresent()
            ? Dim.of(1)
            : Dim.symbol(
                positions.computeIfAbsent(
                    new Positions(rest, asked.step()), _ -> newSymbol(origin)));
    return asked.way().quotient(asked.step()).plus(ofRest);
  }

  /** {@return what {@code symbol} counts, if it is a number of positions} */
  Optional<Positions> counted(int symbol) {
    return positions.entrySet().stream()
        .filter(entry -> entry.getValue() == symbol)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private int newSymbol(Origin origin) {
    origins.add(origin);
    return origins.size() - 1;
  }

  /** {@return where symbol number {@code symbol} comes from} */
  Origin origin(int symbol) {
    return origins.get(symbol);
  }

  /**
   * {@return the shape of {@code result} as far as what is known of its operation's operands tells
   * it; empty if it tells no more than its type}
   */
  Optional<Shape> infer(OpResult result) {
    if (!(result.type() instanceof TensorType type) || type.shape().isStatic()) {
      return Optional.empty();
    }
    Operation operation = result.definingOp().orElseThrow();
    List<Dim> found =
        SymbolicRules.dims(operation, this)
            .filter(list -> list.size() == type.rank())
            .orElse(List.of());
    List<Dim> all = of(result, type.shape(), found);
    dims.put(result, all);
    Shape shape =
        Shape.of(all.stream().mapToLong(dim -> dim.known().orElse(Shape.DYNAMIC)).toArray());
    return shape.equals(type.shape()) ? Optional.empty() : Optional.of(shape);
  }

  private List<Dim> of(Value value, Shape shape, List<Dim> found) {
    List<Dim> all = new ArrayList<>();
    for (int axis = 0; axis < shape.rank(); axis++) {
      if (!shape.isDynamic(axis)) {
        all.add(Dim.of(shape.dim(axis)));
      } else if (axis < found.size() && !isNegative(found.get(axis))) {
        all.add(found.get(axis));
      } else {
        all.add(Dim.symbol(newSymbol(new Origin(value, axis))));
      }
    }
    return all;
  }

  private static boolean isNegative(Dim dim) {
    return dim.equals(SymbolicRules.UNKNOWN) || dim.known().orElse(0) < 0;
  }
}
