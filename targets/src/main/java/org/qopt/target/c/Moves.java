package org.qopt.target.c;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.qopt.dialect.nn.shape.Axes;
import org.qopt.dialect.nn.shape.ShapeInput;
import org.qopt.dialect.nn.shape.SliceShapes;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.type.TensorType;

/**
 * The calls of operations that move elements, whatever these mean; their attributes are those of
 * the dialect {@code nn}.
 *
 * @param type the type of the elements
 */
public record Moves(CType type) {
  private CKernel kernel(String name) {
    return new CKernel(CKernel.class, name, ImmutableMap.of("T", type.text()));
  }

  /** Where a box of elements lies in an array. */
  private record Walk(Value value, int offset, int[] strides) {}

  private ImmutableList<CCall> move(int[] dims, Walk from, Walk to) {
    if (Shapes.size(dims) == 0) {
      return ImmutableList.of();
    }
    Strided box = Strided.of(dims, from.strides, to.strides);
    CArgument source = new CArgument.Elements(from.value, 0, from.offset);
    CArgument target = new CArgument.Elements(to.value, 0, to.offset);
    if (box.isRun()) {
      return ImmutableList.of(
          CCall.of(kernel("copy_$T"), source, target, CArgument.of(box.dims()[0])));
    }
    return ImmutableList.of(
        CCall.of(
            kernel("move_$T"),
            source,
            Shapes.table("from_strides", box.strides().get(0)),
            target,
            Shapes.table("to_strides", box.strides().get(1)),
            Shapes.table("dims", box.dims()),
            CArgument.of(box.rank())));
  }

  private static Walk all(Value value) {
    return new Walk(value, 0, Strided.rowMajor(Shapes.dims(value)));
  }

  /** {@return the calls of {@code transpose}} */
  public ImmutableList<CCall> transpose(Operation operation) {
    Value x = operation.operand(0);
    int[] own = Strided.rowMajor(Shapes.dims(x));
    int[] permutation = ints(operation, "permutation");
    int[] strides = new int[own.length];
    for (int i = 0; i < strides.length; i++) {
      strides[i] = own[permutation[i]];
    }
    Value result = operation.result();
    return move(Shapes.dims(result), new Walk(x, 0, strides), all(result));
  }

  /** {@return the calls of {@code slice}} */
  public ImmutableList<CCall> slice(Operation operation) {
    Value x = operation.operand(0);
    int[] own = Strided.rowMajor(Shapes.dims(x));
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
    return move(Shapes.dims(result), new Walk(x, offset, strides), all(result));
  }

  /** {@return the calls of {@code concat}} */
  public ImmutableList<CCall> concat(Operation operation) {
    Value result = operation.result();
    int[] strides = Strided.rowMajor(Shapes.dims(result));
    int axis =
        Axes.normalize(
            (int) operation.required("axis", IntegerAttr.class).asLong(), strides.length);
    ImmutableList.Builder<CCall> calls = ImmutableList.builder();
    int offset = 0;
    for (Value operand : operation.operands()) {
      int[] dims = Shapes.dims(operand);
      calls.addAll(move(dims, all(operand), new Walk(result, offset, strides)));
      offset += dims[axis] * strides[axis];
    }
    return calls.build();
  }

  /** {@return the calls of {@code pad} with a given element} */
  public ImmutableList<CCall> pad(Operation operation, int value) {
    Value x = operation.operand(0);
    Value result = operation.result();
    int[] padding = ints(operation, "padding");
    int[] strides = Strided.rowMajor(Shapes.dims(result));
    int offset = 0;
    for (int i = 0; i < strides.length; i++) {
      offset += padding[2 * i] * strides[i];
    }
    return ImmutableList.<CCall>builder()
        .add(
            CCall.of(
                kernel("fill_$T"),
                CArgument.of(result),
                CArgument.of(Shapes.size(Shapes.dims(result))),
                CArgument.of(value)))
        .addAll(move(Shapes.dims(x), all(x), new Walk(result, offset, strides)))
        .build();
  }

  private static int[] ints(Operation operation, String name) {
    return operation.required(name, DenseIntArrayAttr.class).toInts();
  }
}
