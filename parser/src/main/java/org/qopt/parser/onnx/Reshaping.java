package org.qopt.parser.onnx;

import com.google.common.primitives.ImmutableLongArray;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.qopt.dialect.nn.DynamicReshapeOp;
import org.qopt.dialect.nn.ReshapeOp;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.parser.model.Attrs;

/** Operators that give the same elements another shape. They see the model's own layout. */
final class Reshaping {
  private static final int AXES_ARE_AN_INPUT = 13;

  private Reshaping() {}

  static void reshape(OnnxNode node) {
    node.requireInputs(2, 2);
    if (node.attributes().integer("allowzero", 0) != 0) {
      throw node.fault("allowzero 1 is not supported; only 0 is, where 0 copies a dimension");
    }
    Optional<long[]> target = node.input(1).integers();
    Optional<Shape> from = node.input(0).shape();
    Optional<long[]> dims =
        target.isPresent() && from.isPresent()
            ? resolved(node, target.get(), from.get())
            : Optional.empty();
    if (dims.isPresent()) {
      finish(node, dims.get());
    } else {
      node.finish(
          node.create(
              DynamicReshapeOp.DEF,
              List.of(node.modelInput(0), node.modelInput(1)),
              DictionaryAttr.EMPTY));
    }
  }

  /** {@return the dimensions with at most one -1, if they are known as well as that} */
  private static Optional<long[]> resolved(OnnxNode node, long[] target, Shape from) {
    long[] dims = target.clone();
    for (int i = 0; i < dims.length; i++) {
      if (dims[i] == 0) {
        if (i >= from.rank()) {
          throw node.fault("dimension %d copies one that [%s] does not have".formatted(i, from));
        }
        dims[i] = from.dim(i);
      }
      if (dims[i] < -1 && dims[i] != Shape.DYNAMIC) {
        throw node.fault("dimension " + dims[i] + " is negative");
      }
    }
    dims = KnownIntegers.withRest(dims);
    return Arrays.stream(dims).filter(dim -> dim == -1).count() <= 1
        ? Optional.of(dims)
        : Optional.empty();
  }

  static void flatten(OnnxNode node) {
    node.requireInputs(1, 1);
    Shape shape = node.shape(0);
    long axis = node.attributes().integer("axis", 1);
    int at = axis == shape.rank() ? shape.rank() : node.axis(axis, shape.rank());
    finish(node, flattened(node, shape, at));
  }

  /** {@return two dimensions: the product of those before {@code axis} and of the others} */
  static long[] flattened(OnnxNode node, Shape shape, int axis) {
    Shape before = new Shape(shape.dims().subArray(0, axis).trimmed());
    Shape after = new Shape(shape.dims().subArray(axis, shape.rank()).trimmed());
    if (!before.isStatic() && !after.isStatic()) {
      throw node.fault(
          "dimensions on both sides of axis %d of [%s] are not known: fix them with --input-shape"
              .formatted(axis, shape));
    }
    return new long[] {
      before.isStatic() ? before.elements() : -1, after.isStatic() ? after.elements() : -1
    };
  }

  static void squeeze(OnnxNode node) {
    node.requireInputs(1, 2);
    Shape shape = node.shape(0);
    Set<Integer> axes = new TreeSet<>();
    for (long axis : axes(node).orElse(new long[0])) {
      axes.add(node.axis(axis, shape.rank()));
    }
    boolean all = axes.isEmpty();
    ImmutableLongArray.Builder left = ImmutableLongArray.builder();
    for (int i = 0; i < shape.rank(); i++) {
      boolean one = shape.dim(i) == 1;
      if (axes.contains(i) && !one) {
        throw node.fault("axis %d of [%s] is not of size 1".formatted(i, shape));
      }
      if (!(axes.contains(i) || all && one)) {
        left.add(shape.dim(i));
      }
    }
    finishKeeping(node, left.build().toArray());
  }

  static void unsqueeze(OnnxNode node) {
    node.requireInputs(1, 2);
    Shape shape = node.shape(0);
    long[] given = axes(node).orElseThrow(() -> node.fault("axes is missing"));
    int rank = shape.rank() + given.length;
    Set<Integer> axes = new TreeSet<>();
    for (long axis : given) {
      if (!axes.add(node.axis(axis, rank))) {
        throw node.fault("axis " + axis + " is given twice");
      }
    }
    ImmutableLongArray.Builder dims = ImmutableLongArray.builder();
    int next = 0;
    for (int i = 0; i < rank; i++) {
      dims.add(axes.contains(i) ? 1 : shape.dim(next++));
    }
    finishKeeping(node, dims.build().toArray());
  }

  private static Optional<long[]> axes(OnnxNode node) {
    if (node.opset() < AXES_ARE_AN_INPUT) {
      return node.attributes().integers("axes");
    }
    return node.has(1) ? Optional.of(node.constantIntegers(1, "the axes")) : Optional.empty();
  }

  // Dimensions of the input, among which several may be unknown.
  private static void finishKeeping(OnnxNode node, long[] dims) {
    long[] shape = KnownIntegers.withRest(dims);
    if (Arrays.stream(shape).filter(dim -> dim == -1).count() > 1) {
      throw node.fault(
          "the result has several dimensions that are not known: fix them with --input-shape");
    }
    finish(node, shape);
  }

  /** Ends the node with a reshape; at most one of {@code dims} is -1. */
  private static void finish(OnnxNode node, long[] dims) {
    OnnxValue input = node.input(0);
    if (input.constant().isPresent()) {
      Tensor elements = input.constant().get();
      Shape shape = shapeOf(node, dims, elements);
      OnnxValue result = node.newResult();
      node.finish(
          input
              .stored()
              .filter(StoredConstant::mayBeReshaped)
              .map(stored -> result.withStored(elements.reshaped(shape), stored.reshaped(shape)))
              .orElseGet(() -> result.withConstant(elements.reshaped(shape))));
      return;
    }
    OnnxValue result =
        node.finish(
            node.create(
                ReshapeOp.DEF,
                List.of(node.forms().inModelOrder(input)),
                new Attrs().ints("shape", dims).build()));
    if (dims.length <= 1) {
      input.integers().ifPresent(result::withIntegers);
    }
  }

  private static Shape shapeOf(OnnxNode node, long[] dims, Tensor elements) {
    long known = 1;
    for (long dim : dims) {
      known = Math.multiplyExact(known, dim == -1 ? 1 : dim);
    }
    long rest = known == 0 ? 0 : elements.size() / known;
    long[] result = Arrays.stream(dims).map(dim -> dim == -1 ? rest : dim).toArray();
    Shape shape = Shape.of(result);
    if (shape.elements() != elements.size()) {
      throw node.fault("[%s] cannot be reshaped to [%s]".formatted(elements.shape(), shape));
    }
    return shape;
  }
}
