package org.qopt.target.tpu.export;

import java.util.Arrays;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;

/**
 * An operand of an operation on its way through several operators, where it has more dimensions
 * than a single one takes: what concerns one axis needs only that axis, and all before and all
 * behind it as one each.
 */
final class Detour {
  private final ModelGraph graph;
  private final Value result;
  private final TensorType type;
  private final long[] dims;
  private int tensor;

  /** Starts at the first operand of {@code operation}. */
  Detour(ModelGraph graph, Operation operation) {
    this(
        graph,
        operation.result(),
        (TensorType) operation.operand(0).type(),
        graph.tensor(operation.operand(0)));
  }

  /** Starts at a tensor on the way to {@code result} that can be reshaped to {@code type}. */
  Detour(ModelGraph graph, Value result, TensorType type, int tensor) {
    this.graph = graph;
    this.result = result;
    this.type = type;
    this.tensor = tensor;
    dims = type.shape().dims().toArray();
  }

  /**
   * Adds an operator on the rows of the first operand of {@code operation}: as it is, or as a
   * matrix where it has more than {@code most} dimensions.
   */
  static void ofRows(Operation operation, ModelGraph graph, int most, Step step) {
    Value input = operation.operand(0);
    TensorType type = (TensorType) operation.result().type();
    if (type.rank() <= most) {
      step.add(graph.tensor(input), graph.result(operation), type);
      return;
    }
    long depth = type.shape().dim(type.rank() - 1);
    Shape matrix = Shape.of(type.shape().elements() / depth, depth);
    TensorType rows = ((TensorType) input.type()).withShape(matrix);
    int from = graph.part(operation.result(), "rows", rows);
    Reshapes.add(graph, operation.result(), graph.tensor(input), from, matrix);
    int to = graph.part(operation.result(), "result_rows", type.withShape(matrix));
    step.add(from, to, type.withShape(matrix));
    Reshapes.add(graph, operation.result(), to, graph.result(operation), type.shape());
  }

  /** What adds an operator from a tensor to one of a given type. */
  @FunctionalInterface
  interface Step {
    /** Adds it. */
    void add(int input, int output, TensorType outputType);
  }

  /**
   * Adds an operator on the shape [all before, {@code axis}, all behind].
   *
   * @param size the size of the axis after it
   */
  void along(int axis, long size, Step step) {
    long before = product(0, axis);
    long behind = product(axis + 1, dims.length);
    reshape(Shape.of(before, dims[axis], behind));
    apply(Shape.of(before, size, behind), step);
    dims[axis] = size;
  }

  /**
   * Adds an operator that brings axis {@code from} before axis {@code to}; it swaps the second and
   * third of [all before, those that are passed, the axis, all behind].
   */
  void move(int from, int to, Step step) {
    long before = product(0, to);
    long passed = product(to, from);
    long behind = product(from + 1, dims.length);
    reshape(Shape.of(before, passed, dims[from], behind));
    apply(Shape.of(before, dims[from], passed, behind), step);
    long moved = dims[from];
    System.arraycopy(dims, to, dims, to + 1, from - to);
    dims[to] = moved;
  }

  /** {@return the end of the way, with all elements one behind the other} */
  int flat() {
    reshape(Shape.of(product(0, dims.length)));
    return tensor;
  }

  /** Gives the result its shape. */
  void end() {
    Reshapes.add(graph, result, tensor, graph.tensor(result), ((TensorType) result.type()).shape());
  }

  private void reshape(Shape shape) {
    apply(shape, (input, output, _) -> Reshapes.add(graph, result, input, output, shape));
  }

  private void apply(Shape shape, Step step) {
    TensorType next = type.withShape(shape);
    int output = graph.part(result, "step", next);
    step.add(tensor, output, next);
    tensor = output;
  }

  private long product(int from, int to) {
    return Arrays.stream(dims, from, to).reduce(1, Math::multiplyExact);
  }
}
