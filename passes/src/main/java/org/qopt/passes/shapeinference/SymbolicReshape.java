package org.qopt.passes.shapeinference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.qopt.dialect.nn.ReshapeOp;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.type.TensorType;
import org.qopt.passes.match.ElementTrace;

/**
 * The dimensions of reshapes, as symbols. What a target leaves to the rest is found where all else
 * cancels: {@code a x 4 x 8} as {@code a x -1} is {@code a x 32}.
 */
final class SymbolicReshape {
  private SymbolicReshape() {}

  static Optional<List<Dim>> dims(Operation operation, SymbolicShapes shapes) {
    return shapes
        .dims(operation.operand(0))
        .flatMap(x -> target(operation, x, shapes).map(target -> withRest(x, target)));
  }

  private static Optional<List<Dim>> target(
      Operation operation, List<Dim> x, SymbolicShapes shapes) {
    if (operation.is(ReshapeOp.DEF)) {
      return Optional.of(
          Arrays.stream(new ReshapeOp(operation).shape()).mapToObj(Dim::of).toList());
    }
    return new Elements(shapes)
        .elements(operation.operand(1))
        .map(
            elements ->
                IntStream.range(0, elements.size())
                    .mapToObj(i -> dim(elements.get(i), i, x))
                    .toList());
  }

  // ONNX's rules: 0 copies the dimension at the same place.
  private static Dim dim(Dim element, int index, List<Dim> x) {
    return element.is(0) && index < x.size() ? x.get(index) : element;
  }

  // One dimension that is not told is the rest, whether -1 asks for it or not.
  private static List<Dim> withRest(List<Dim> x, List<Dim> target) {
    int open = target.indexOf(SymbolicRules.UNKNOWN);
    if (open < 0 || target.lastIndexOf(SymbolicRules.UNKNOWN) != open) {
      return target;
    }
    List<Dim> others = new ArrayList<>(target);
    others.remove(open);
    List<Dim> result = new ArrayList<>(target);
    quotient(new ArrayList<>(x), others).ifPresent(dim -> result.set(open, dim));
    return result;
  }

  private static Optional<Dim> quotient(List<Dim> dividends, List<Dim> divisors) {
    // Sums that are factors of both sides need not be multiplied out.
    divisors.removeIf(dividends::remove);
    Optional<Dim> divisor = product(divisors);
    return product(dividends).flatMap(all -> divisor.flatMap(all::dividedBy));
  }

  private static Optional<Dim> product(List<Dim> dims) {
    Optional<Dim> product = Optional.of(Dim.of(1));
    for (Dim dim : dims) {
      product = product.flatMap(all -> all.times(dim));
    }
    return product;
  }

  /** The elements of a target, which are dimensions. */
  private static final class Elements extends ElementTrace<Dim> {
    private final SymbolicShapes shapes;

    Elements(SymbolicShapes shapes) {
      this.shapes = shapes;
    }

    @Override
    protected Dim known(long value) {
      return Dim.of(value);
    }

    @Override
    protected Dim unknown() {
      return SymbolicRules.UNKNOWN;
    }

    @Override
    protected List<Dim> dims(Value x, TensorType type) {
      return shapes.dims(x).orElseThrow();
    }

    // A cast to 32 bits leaves dimensions as they are; what it would wrap is not a shape.
    @Override
    protected Dim narrowed(Dim element, int width) {
      long value = element.known().orElse(0);
      boolean fits = width >= Long.SIZE || (width == Integer.SIZE && value == (int) value);
      return fits ? element : SymbolicRules.UNKNOWN;
    }
  }
}
