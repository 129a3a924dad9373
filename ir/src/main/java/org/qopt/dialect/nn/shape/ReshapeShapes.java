package org.qopt.dialect.nn.shape;

import com.google.common.primitives.ImmutableLongArray;
import java.util.Optional;
import org.qopt.ir.op.InferenceException;
import org.qopt.ir.type.Shape;

/** The shapes of reshapes. */
public final class ReshapeShapes {
  private ReshapeShapes() {}

  /** {@return the attribute {@code shape} with -1 replaced, dynamic while the input is} */
  public static Shape reshape(ShapeInput input) {
    return of(input.shape(0), input.array("shape").values());
  }

  /** Checks that at most one dimension is -1. */
  public static Optional<String> oneRest(ShapeInput input) {
    long rests = input.array("shape").values().stream().filter(dim -> dim == -1).count();
    return rests <= 1
        ? Optional.empty()
        : Optional.of("expected at most one -1 in 'shape', but got " + rests);
  }

  /** Checks that the number of elements stays the same. */
  public static Optional<String> elements(ShapeInput input) {
    if (oneRest(input).isPresent()) {
      return Optional.empty();
    }
    try {
      reshape(input);
      return Optional.empty();
    } catch (InferenceException e) {
      return Optional.of(e.getMessage());
    }
  }

  /**
   * {@return the shape that ONNX's Reshape gives: 0 copies the input's dimension, -1 is the rest}
   *
   * @throws InferenceException if the number of elements would change
   */
  public static Shape onnx(Shape input, long[] target) {
    long[] dims = target.clone();
    for (int i = 0; i < dims.length; i++) {
      if (dims[i] < -1) {
        throw new InferenceException("expected dimensions of at least -1, but got " + dims[i]);
      }
      if (dims[i] == 0) {
        if (i >= input.rank()) {
          throw new InferenceException(
              "expected 0 to copy one of %d dimensions, but it stands at %d"
                  .formatted(input.rank(), i));
        }
        dims[i] = input.dim(i);
      }
    }
    return of(input, ImmutableLongArray.copyOf(dims));
  }

  /** Dimensions of {@code target}: -1 is the rest, {@link Shape#DYNAMIC} stays open. */
  private static Shape of(Shape input, ImmutableLongArray target) {
    long[] dims = target.toArray();
    int rest = -1;
    long known = 1;
    boolean open = !input.isStatic();
    for (int i = 0; i < dims.length; i++) {
      if (dims[i] == Shape.DYNAMIC) {
        open = true;
      } else if (dims[i] == -1) {
        if (rest >= 0) {
          throw new InferenceException("expected at most one -1 in the shape, but got " + target);
        }
        rest = i;
      } else if (dims[i] < 0) {
        throw new InferenceException("expected dimensions of at least -1, but got " + dims[i]);
      } else {
        known = multiply(known, dims[i]);
      }
    }
    if (rest >= 0) {
      dims[rest] = open ? Shape.DYNAMIC : quotient(input, known, target);
    } else if (!open && elements(input) != known) {
      throw mismatch(input, target);
    }
    return Shape.of(dims);
  }

  private static long quotient(Shape input, long known, ImmutableLongArray target) {
    long elements = elements(input);
    if (known == 0 || elements % known != 0) {
      throw mismatch(input, target);
    }
    return elements / known;
  }

  private static long elements(Shape shape) {
    long product = 1;
    for (int i = 0; i < shape.rank(); i++) {
      product = multiply(product, shape.dim(i));
    }
    return product;
  }

  private static long multiply(long a, long b) {
    try {
      return Math.multiplyExact(a, b);
    } catch (ArithmeticException e) {
      throw new InferenceException("expected fewer than 2^63 elements, but got " + a + " x " + b);
    }
  }

  private static InferenceException mismatch(Shape input, ImmutableLongArray target) {
    return new InferenceException(
        "expected a shape of as many elements as [%s], but got %s".formatted(input, target));
  }
}
