package org.qopt.target.c;

import com.google.common.collect.ImmutableList;
import org.qopt.dialect.nn.shape.Axes;
import org.qopt.dialect.nn.shape.ShapeInput;
import org.qopt.dialect.nn.shape.SliceShapes;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.type.TensorType;

/**
 * Elements of an operand that an operation moves to its result. The attributes of such operations
 * are those of the dialect {@code nn}.
 *
 * @param operand the operand
 * @param from the first of its elements
 * @param to the element of the result that it becomes
 * @param walk how both move from there, the operand first
 */
public record Box(Value operand, int from, int to, Strided walk) {
  private static Box of(
      Value operand, int[] dims, int from, int[] fromStrides, int to, int[] toStrides) {
    return new Box(operand, from, to, Strided.of(dims, fromStrides, toStrides));
  }

  private static int[] rowMajor(Value value) {
    return Strided.rowMajor(Shapes.dims(value));
  }

  /** {@return whether there is no element in it} */
  boolean isEmpty() {
    return Shapes.size(walk.dims()) == 0;
  }

  /** {@return all elements of the only operand, in their order} */
  public static ImmutableList<Box> reshape(Operation operation) {
    Value x = operation.operand(0);
    return ImmutableList.of(of(x, Shapes.dims(x), 0, rowMajor(x), 0, rowMajor(x)));
  }

  /** {@return what {@code transpose} moves} */
  public static ImmutableList<Box> transpose(Operation operation) {
    Value x = operation.operand(0);
    int[] own = rowMajor(x);
    int[] permutation = ints(operation, "permutation");
    int[] strides = new int[own.length];
    for (int i = 0; i < strides.length; i++) {
      strides[i] = own[permutation[i]];
    }
    Value result = operation.result();
    return ImmutableList.of(of(x, Shapes.dims(result), 0, strides, 0, rowMajor(result)));
  }

  /** {@return what {@code slice} moves} */
  public static ImmutableList<Box> slice(Operation operation) {
    Value x = operation.operand(0);
    int[] own = rowMajor(x);
    SliceShapes.Range[] ranges =
        SliceShapes.ranges(
            new ShapeInput(
                ImmutableList.of(((TensorType) x.type()).shape()), operation.allAttributes()));
    int[] strides = new int[own.length];
    int offset = 0;
    for (int i = 0; i < strides.length; i++) {
      // A step that is never taken may be of any length.
      strides[i] = ranges[i].count() < 2 ? 0 : Math.toIntExact(ranges[i].step()) * own[i];
      offset += Math.toIntExact(ranges[i].start()) * own[i];
    }
    Value result = operation.result();
    return ImmutableList.of(of(x, Shapes.dims(result), offset, strides, 0, rowMajor(result)));
  }

  /** {@return what {@code concat} moves} */
  public static ImmutableList<Box> concat(Operation operation) {
    int[] strides = rowMajor(operation.result());
    int axis =
        Axes.normalize(
            (int) operation.required("axis", IntegerAttr.class).asLong(), strides.length);
    ImmutableList.Builder<Box> boxes = ImmutableList.builder();
    int offset = 0;
    for (Value operand : operation.operands()) {
      int[] dims = Shapes.dims(operand);
      boxes.add(of(operand, dims, 0, rowMajor(operand), offset, strides));
      offset += dims[axis] * strides[axis];
    }
    return boxes.build();
  }

  /** {@return what {@code pad} moves} */
  public static ImmutableList<Box> pad(Operation operation) {
    Value x = operation.operand(0);
    int[] padding = ints(operation, "padding");
    int[] strides = rowMajor(operation.result());
    int offset = 0;
    for (int i = 0; i < strides.length; i++) {
      offset += padding[2 * i] * strides[i];
    }
    return ImmutableList.of(of(x, Shapes.dims(x), 0, rowMajor(x), offset, strides));
  }

  private static int[] ints(Operation operation, String name) {
    return operation.required(name, DenseIntArrayAttr.class).toInts();
  }
}
