package org.qopt.passes.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.qopt.dialect.nn.CastOp;
import org.qopt.dialect.nn.ConcatOp;
import org.qopt.dialect.nn.ReshapeOp;
import org.qopt.dialect.nn.ShapeOp;
import org.qopt.dialect.nn.SliceOp;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.op.ConstantElements;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.IntegerType;
import org.qopt.ir.type.TensorType;

/**
 * Follows vectors of integers back to the shapes and constants that they are made of, as exporters
 * write it: {@code concat(slice(shape(x)), [200])}.
 *
 * @param <E> what is said of an element
 */
public abstract class ElementTrace<E> {
  // Shapes are short; longer vectors and longer chains are data.
  private static final int LONGEST = 64;
  private static final int DEEPEST = 32;

  /** {@return what is said of an element of this value} */
  protected abstract E known(long value);

  /** {@return what is said of an element of which nothing is known} */
  protected abstract E unknown();

  /** {@return what is said of the dimensions of {@code x}, of type {@code type}} */
  protected abstract List<E> dims(Value x, TensorType type);

  /** {@return what is said of {@code element} after a cast to an integer of {@code width} bits} */
  protected abstract E narrowed(E element, int width);

  /** {@return what is said of each element of {@code value}; empty if nothing is} */
  public final Optional<List<E>> elements(Value value) {
    return of(value, 0);
  }

  private Optional<List<E>> of(Value value, int depth) {
    if (depth > DEEPEST
        || !(value.type() instanceof TensorType type)
        || !(type.elementType() instanceof IntegerType)
        || type.rank() > 1) {
      return Optional.empty();
    }
    Optional<Tensor> constant = ConstantElements.of(value);
    if (constant.isPresent()) {
      return constant.filter(tensor -> tensor.size() <= LONGEST).map(this::all);
    }
    Optional<List<E>> elements =
        value.definingOp().flatMap(operation -> of(operation, type, depth + 1));
    return elements.filter(list -> list.size() <= LONGEST);
  }

  private Optional<List<E>> of(Operation operation, TensorType type, int depth) {
    if (operation.is(ShapeOp.DEF)) {
      return operation.operand(0).type() instanceof TensorType x
          ? Optional.of(dims(operation.operand(0), x))
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

  private List<E> all(Tensor tensor) {
    List<E> elements = new ArrayList<>();
    for (long i = 0; i < tensor.size(); i++) {
      elements.add(known(tensor.integer(i)));
    }
    return elements;
  }

  private List<E> narrowed(List<E> elements, TensorType type) {
    int width = ((IntegerType) type.elementType()).width();
    return elements.stream().map(element -> narrowed(element, width)).toList();
  }

  private Optional<List<E>> concat(Operation operation, int depth) {
    List<E> elements = new ArrayList<>();
    for (Value operand : operation.operands()) {
      Optional<List<E>> part = of(operand, depth).or(() -> unknown(operand));
      if (part.isEmpty()) {
        return Optional.empty();
      }
      elements.addAll(part.get());
    }
    return Optional.of(elements);
  }

  private Optional<List<E>> unknown(Value value) {
    return value.type() instanceof TensorType type
            && type.rank() == 1
            && !type.shape().isDynamic(0)
            && type.shape().dim(0) <= LONGEST
        ? Optional.of(Collections.nCopies(type.shape().size(0), unknown()))
        : Optional.empty();
  }

  private Optional<List<E>> slice(SliceOp slice, List<E> elements) {
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
