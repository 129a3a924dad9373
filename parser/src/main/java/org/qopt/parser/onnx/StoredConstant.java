package org.qopt.parser.onnx;

import org.qopt.dialect.quant.QuantizedType;
import org.qopt.dialect.quant.UniformQuantizedPerAxisType;
import org.qopt.ir.location.Location;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.parser.model.Permutations;

/**
 * The integers that a constant of real numbers was made from, as models of integers have weights.
 *
 * @param integers the integers
 * @param parameters what they stand for
 * @param location the name that they have in the model
 */
record StoredConstant(Tensor integers, QuantizedType parameters, Location location) {
  /** {@return the type of the whole} */
  TensorType type() {
    return TensorType.of(integers.shape(), parameters);
  }

  /** {@return the same with its axes reordered: axis i of the result is axis permutation[i]} */
  StoredConstant permuted(int... permutation) {
    QuantizedType moved =
        parameters instanceof UniformQuantizedPerAxisType many
            ? new UniformQuantizedPerAxisType(
                many.storage(),
                many.expressed(),
                indexOf(permutation, many.axis()),
                many.scales(),
                many.zeroPoints())
            : parameters;
    return new StoredConstant(Permutations.apply(integers, permutation), moved, location);
  }

  /** {@return whether a reshape leaves one scale to each element that is not tied to an axis} */
  boolean mayBeReshaped() {
    return !(parameters instanceof UniformQuantizedPerAxisType);
  }

  /** {@return the same elements in another shape} */
  StoredConstant reshaped(Shape shape) {
    return with(integers.reshaped(shape));
  }

  /** {@return the same with the elements in another order, which no axis matters to} */
  StoredConstant with(Tensor moved) {
    return new StoredConstant(moved, parameters, location);
  }

  private static int indexOf(int[] permutation, int axis) {
    int index = 0;
    while (permutation[index] != axis) {
      index++;
    }
    return index;
  }
}
