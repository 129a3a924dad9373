package org.qopt.target.tpu.export;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableLongArray;
import java.util.stream.IntStream;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;

/**
 * Two operands of an operator, with as few dimensions as they need: neighbouring dimensions along
 * which the same operand is repeated, or none, are one. Operands that need more dimensions than
 * kernels take are repeated before.
 *
 * @param tensors the operands
 * @param result the shape of the operator's result
 */
record Broadcasts(ImmutableList<Integer> tensors, Shape result) {
  /** {@return the operands of {@code operation} as the runtime's kernels take them} */
  static Broadcasts of(Operation operation, ModelGraph graph) {
    Shape shape = ((TensorType) operation.result().type()).shape();
    Shape first = shape(operation, 0);
    Shape second = shape(operation, 1);
    if (first.equals(second) || shape.rank() <= Ranks.BROADCAST) {
      return new Broadcasts(Operands.of(operation, graph), shape);
    }
    ImmutableLongArray.Builder firsts = ImmutableLongArray.builder();
    ImmutableLongArray.Builder seconds = ImmutableLongArray.builder();
    ImmutableLongArray.Builder results = ImmutableLongArray.builder();
    int[] axes = IntStream.range(-shape.rank(), 0).filter(axis -> shape.dim(axis) != 1).toArray();
    for (int i = 0; i < axes.length; ) {
      int kind = kind(first, second, axes[i]);
      long a = 1;
      long b = 1;
      for (; i < axes.length && kind(first, second, axes[i]) == kind; i++) {
        a *= dim(first, axes[i]);
        b *= dim(second, axes[i]);
      }
      firsts.add(a);
      seconds.add(b);
      results.add(Math.max(a, b));
    }
    Shape result = Shape.of(results.build().toArray());
    if (result.rank() > Ranks.BROADCAST) {
      return new Broadcasts(
          ImmutableList.of(
              repeated(operation, graph, 0, firsts, result),
              repeated(operation, graph, 1, seconds, result)),
          Shape.of(result.elements()));
    }
    return new Broadcasts(
        ImmutableList.of(
            reshaped(operation, graph, 0, firsts), reshaped(operation, graph, 1, seconds)),
        result);
  }

  private static Shape shape(Operation operation, int index) {
    return ((TensorType) operation.operand(index).type()).shape();
  }

  /** {@return 0 where both have elements of their own, else which of them is repeated} */
  private static int kind(Shape first, Shape second, int fromEnd) {
    return Long.compare(dim(first, fromEnd), dim(second, fromEnd));
  }

  private static long dim(Shape shape, int fromEnd) {
    return -fromEnd > shape.rank() ? 1 : shape.dim(fromEnd);
  }

  /** {@return an operand with all elements that it stands for, one behind the other} */
  private static int repeated(
      Operation operation,
      ModelGraph graph,
      int index,
      ImmutableLongArray.Builder dims,
      Shape result) {
    Value operand = operation.operand(index);
    TensorType type = ((TensorType) operand.type()).withShape(Shape.of(dims.build().toArray()));
    Detour detour = new Detour(graph, operation.result(), type, graph.tensor(operand));
    for (int axis = 0; axis < result.rank(); axis++) {
      if (type.shape().dim(axis) != result.dim(axis)) {
        detour.along(
            axis,
            result.dim(axis),
            (input, output, repeated) -> repeat(operation, graph, input, output, repeated.shape()));
      }
    }
    return detour.flat();
  }

  private static void repeat(
      Operation operation, ModelGraph graph, int input, int output, Shape shape) {
    int[] dims = shape.dims().stream().mapToInt(Math::toIntExact).toArray();
    graph.add(
        Operators.BROADCAST_TO,
        ImmutableList.of(input, graph.list(operation.result(), "shape", dims)),
        output);
  }

  private static int reshaped(
      Operation operation, ModelGraph graph, int index, ImmutableLongArray.Builder dims) {
    Value operand = operation.operand(index);
    Shape shape = Shape.of(dims.build().toArray());
    int tensor =
        graph.part(
            operation.result(),
            index == 0 ? "lhs" : "rhs",
            ((TensorType) operand.type()).withShape(shape));
    Reshapes.add(graph, operation.result(), graph.tensor(operand), tensor, shape);
    return tensor;
  }
}
