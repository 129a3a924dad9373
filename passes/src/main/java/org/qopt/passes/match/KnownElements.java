package org.qopt.passes.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.qopt.dialect.nn.CastOp;
import org.qopt.dialect.nn.ConcatOp;
import org.qopt.dialect.nn.ReshapeOp;
import org.qopt.dialect.nn.ShapeOp;
import org.qopt.dialect.nn.SliceOp;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.op.InferenceInput;
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
  // Shapes are short; longer vectors and longer chains are data.
  private static final int LONGEST = 64;
  private static final int DEEPEST = 32;

  private KnownElements() {}

  /** {@return the elements of {@code value}, each empty if unknown; empty if nothing is known} */
  public static Optional<List<OptionalLong>> of(Value value) {
    return of(value, 0);
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

  private static Optional<List<OptionalLong>> of(Value value, int depth) {
    if (depth > DEEPEST
        || !(value.type() instanceof TensorType type)
        || !(type.elementType() instanceof IntegerType)
        || type.rank() > 1) {
      return Optional.empty();
    }
    Optional<Tensor> constant = InferenceInput.constant(value);
    if (constant.isPresent()) {
      return constant.filter(tensor -> tensor.size() <= LONGEST).map(KnownElements::all);
    }
    Optional<List<OptionalLong>> elements =
        value.definingOp().flatMap(operation -> of(operation, type, depth + 1));
    return elements.filter(list -> list.size() <= LONGEST);
  }

  private static Optional<List<OptionalLong>> of(Operation operation, TensorType type, int depth) {
    if (operation.is(ShapeOp.DEF)) {
      return operation.operand(0).type() instanceof TensorType x
          ? Optional.of(dims(x.shape()))
          : Optional.empty();
    }
    if (operation.is(CastOp.DEF)) {
      return of(operation.operand(0), depth).map(list -> narrowed(list, type));
    }
    if (operation.is(ReshapeOp.DEF)) {
      return of(operation.operand(0), depth);
    }
    if (operation.is(ConcatOp.DEF)) {
      return concat(operation, depth);
    }
    return operation.is(SliceOp.DEF)
        ? of(operation.operand(0), depth).flatMap(list -> slice(new SliceOp(operation), list))
        : Optional.empty();
  }

  private static List<OptionalLong> all(Tensor tensor) {
    List<OptionalLong> elements = new ArrayList<>();
    for (long i = 0; i < tensor.size(); i++) {
      elements.add(OptionalLong.of(tensor.integer(i)));
    }
    return elements;
  }

  private static List<OptionalLong> dims(Shape shape) {
    return shape.dims().stream()
        .mapToObj(dim -> dim == Shape.DYNAMIC ? OptionalLong.empty() : OptionalLong.of(dim))
        .toList();
  }

  // A cast to 32 bits leaves dimensions as they are; what it would wrap is not a shape.
  private static List<OptionalLong> narrowed(List<OptionalLong> elements, TensorType type) {
    int width = ((IntegerType) type.elementType()).width();
    return elements.stream()
        .map(
            element ->
                element.isPresent()
                        && (width >= Long.SIZE
                            || (width == Integer.SIZE
                                && element.getAsLong() == (int) element.getAsLong()))
                    ? element
                    : OptionalLong.empty())
        .toList();
  }

  private static Optional<List<OptionalLong>> concat(Operation operation, int depth) {
    List<OptionalLong> elements = new ArrayList<>();
    for (Value operand : operation.operands()) {
      Optional<List<OptionalLong>> part = of(operand, depth).or(() -> unknown(operand));
      if (part.isEmpty()) {
        return Optional.empty();
      }
      elements.addAll(part.get());
    }
    return Optional.of(elements);
  }

  private static Optional<List<OptionalLong>> unknown(Value value) {
    return value.type() instanceof TensorType type
            && type.rank() == 1
            && !type.shape().isDynamic(0)
            && type.shape().dim(0) <= LONGEST
        ? Optional.of(Collections.nCopies(type.shape().size(0), OptionalLong.empty()))
        : Optional.empty();
  }

  private static Optional<List<OptionalLong>> slice(SliceOp slice, List<OptionalLong> elements) {
    boolean simple = slice.steps().isEmpty() || slice.steps().get()[0] == 1;
    if (slice.starts().length != 1 || !simple) {
      return Optional.empty();
    }
    int start = position(slice.starts()[0], elements.size());
    int end = position(slice.ends()[0], elements.size());
    return Optional.of(start < end ? elements.subList(start, end) : List.of());
  }

  private static int position(long index, int size) {
    return Math.clamp(index < 0 ? index + size : index, 0, size);
  }
}
