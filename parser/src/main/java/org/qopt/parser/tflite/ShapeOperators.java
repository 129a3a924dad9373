package org.qopt.parser.tflite;

import com.google.common.primitives.ImmutableLongArray;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.qopt.dialect.nn.ReshapeOp;
import org.qopt.ir.type.Shape;
import org.qopt.parser.model.Attrs;
import org.qopt.parser.tflite.TfliteOptions.Integers;

/** Operators that give the same elements another shape. */
final class ShapeOperators {
  private ShapeOperators() {}

  static void reshape(NodeImport node) {
    node.requireInputs(1, 2);
    long[] shape =
        node.has(1)
            ? node.integers(1, "the shape")
            : node.optionsIf(Integers.class)
                .orElseThrow(() -> node.fault("the node has neither a shape nor options with one"))
                .values()
                .toArray();
    finish(node, shape);
  }

  static void squeeze(NodeImport node) {
    node.requireInputs(1, 1);
    Shape shape = node.inputType(0).shape();
    Set<Integer> axes = new TreeSet<>();
    node.optionsIf(Integers.class)
        .map(Integers::values)
        .orElse(ImmutableLongArray.of())
        .forEach(axis -> axes.add(node.axis(axis, shape)));
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
    finish(node, left.build().toArray());
  }

  static void expandDims(NodeImport node) {
    node.requireInputs(2, 2);
    Shape shape = node.inputType(0).shape();
    long[] axes = node.integers(1, "the axis");
    if (axes.length != 1) {
      throw node.fault("the node takes one axis, but got " + axes.length);
    }
    int axis = node.axis(axes[0], Shape.of(new long[shape.rank() + 1]));
    ImmutableLongArray.Builder dims = ImmutableLongArray.builder();
    dims.addAll(shape.dims().subArray(0, axis));
    dims.add(1);
    dims.addAll(shape.dims().subArray(axis, shape.rank()));
    finish(node, dims.build().toArray());
  }

  /** Ends the node with a reshape; at most one of {@code dims} may be dynamic or -1. */
  static void finish(NodeImport node, long[] dims) {
    long[] shape = dims.clone();
    int open = 0;
    for (int i = 0; i < shape.length; i++) {
      if (shape[i] == Shape.DYNAMIC || shape[i] == -1) {
        shape[i] = -1;
        open++;
      } else if (shape[i] < 0) {
        throw node.fault("dimension " + shape[i] + " is negative");
      }
    }
    if (open > 1) {
      throw node.fault(
          "the result has several dimensions that are not known: fix them with --input-shape");
    }
    node.finish(ReshapeOp.DEF, List.of(node.input(0)), new Attrs().ints("shape", shape).build());
  }
}
