package org.qopt.dialect.nn.shape;

import static org.qopt.dialect.nn.shape.ShapeCheck.differ;

import java.util.Optional;
import org.qopt.ir.op.InferenceException;
import org.qopt.ir.type.Shape;

/** The shapes of matrix products. */
public final class MatmulShapes {
  private MatmulShapes() {}

  /** {@return the shape of {@code nn.fully_connected}: the input's with O for I} */
  public static Shape fullyConnected(ShapeInput input) {
    ShapeCheck.require(MatmulShapes::depth, input);
    ShapeCheck.require(MatmulShapes::bias, input);
    return input.shape(0).with(-1, input.shape(1, 2).dim(0));
  }

  /** Checks that the input's last dimension is the filter's. */
  public static Optional<String> depth(ShapeInput input) {
    Shape shape = input.shape(0);
    if (shape.rank() == 0) {
      return Optional.of("expected an input of rank 1 or more, but got rank 0");
    }
    long expected = input.shape(1, 2).dim(1);
    return differ(shape.dim(-1), expected)
        ? Optional.of(
            "expected the input's last dimension to be the filter's %d, but got %d"
                .formatted(expected, shape.dim(-1)))
        : Optional.empty();
  }

  /** Checks that a bias, if there is one, has an element for each row of the filter. */
  public static Optional<String> bias(ShapeInput input) {
    if (input.shapes().size() < 3) {
      return Optional.empty();
    }
    long outputs = input.shape(1, 2).dim(0);
    long found = input.shape(2, 1).dim(0);
    return differ(outputs, found)
        ? Optional.of(
            "expected a bias with an element for each of %d outputs, but got %d"
                .formatted(outputs, found))
        : Optional.empty();
  }

  /** {@return the shape of {@code nn.matmul}: the broadcast batch, M, N} */
  public static Shape matmul(ShapeInput input) {
    ShapeCheck.require(MatmulShapes::inner, input);
    Shape a = input.shape(0);
    Shape b = input.shape(1);
    Shape batch = Broadcasting.of(batch(a), batch(b));
    long[] dims = new long[batch.rank() + 2];
    for (int i = 0; i < batch.rank(); i++) {
      dims[i] = batch.dim(i);
    }
    dims[dims.length - 2] = a.dim(-2);
    dims[dims.length - 1] = b.dim(-1);
    return Shape.of(dims);
  }

  /** Checks that the rows of one are as long as the columns of the other. */
  public static Optional<String> inner(ShapeInput input) {
    Shape a = input.shape(0);
    Shape b = input.shape(1);
    if (Math.min(a.rank(), b.rank()) < 2) {
      return Optional.of(
          "expected operands of rank 2 or more, but got ranks %d and %d"
              .formatted(a.rank(), b.rank()));
    }
    return differ(a.dim(-1), b.dim(-2))
        ? Optional.of(
            "expected the last dimension of 'a' to be the last but one of 'b' (%d), but got %d"
                .formatted(b.dim(-2), a.dim(-1)))
        : Optional.empty();
  }

  /** Checks that the batch dimensions broadcast. */
  public static Optional<String> batches(ShapeInput input) {
    if (inner(input).isPresent()) {
      return Optional.empty();
    }
    try {
      Broadcasting.of(batch(input.shape(0)), batch(input.shape(1)));
      return Optional.empty();
    } catch (InferenceException e) {
      return Optional.of("batch dimensions: " + e.getMessage());
    }
  }

  /** {@return the dimensions before the last two} */
  public static Shape batch(Shape shape) {
    return new Shape(shape.dims().subArray(0, shape.rank() - 2).trimmed());
  }
}
