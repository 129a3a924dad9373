package org.qopt.passes.match;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.qopt.ir.Value;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.IntegerType;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;

/**
 * The elements of a vector of integers as far as they are known before the program runs. Shapes are
 * computed by such vectors: {@code concat(slice(shape(x)), [200])} has a known second element even
 * where the first dimension of x is not known.
 */
public final class KnownElements {
  private static final ElementTrace<OptionalLong> TRACE = new Numbers();

  private KnownElements() {}

  /** {@return the elements of {@code value}, each empty if unknown; empty if nothing is known} */
  public static Optional<List<OptionalLong>> of(Value value) {
    return TRACE.elements(value);
  }

  /** {@return the elements of {@code value} as a constant, if all are known} */
  public static Optional<Tensor> constant(Value value) {
    return of(value)
        .filter(
            all ->
                all.stream().allMatch(OptionalLong::isPresent)
                    && value.type() instanceof TensorType type
                    && type.rank() == 1
                    && type.elementType().equals(IntegerType.I64))
        .map(
            all ->
                Tensor.of(
                    Shape.of(all.size()),
                    all.stream().mapToLong(OptionalLong::getAsLong).toArray()));
  }

  private static final class Numbers extends ElementTrace<OptionalLong> {
    @Override
    protected OptionalLong known(long value) {
      return OptionalLong.of(value);
    }

    @Override
    protected OptionalLong unknown() {
      return OptionalLong.empty();
    }

    @Override
    protected List<OptionalLong> dims(Value x, TensorType type) {
      return type.shape().dims().stream()
          .mapToObj(dim -> dim == Shape.DYNAMIC ? OptionalLong.empty() : OptionalLong.of(dim))
          .toList();
    }

    // A cast to 32 bits leaves dimensions as they are; what it would wrap is not a shape.
    @Override
    protected OptionalLong narrowed(OptionalLong element, int width) {
      boolean fits =
          element.isPresent()
              && (width >= Long.SIZE
                  || (width == Integer.SIZE && element.getAsLong() == (int) element.getAsLong()));
      return fits ? element : OptionalLong.empty();
    }
  }
}
