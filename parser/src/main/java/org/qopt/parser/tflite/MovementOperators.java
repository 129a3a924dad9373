package org.qopt.parser.tflite;

import java.util.List;
import org.qopt.dialect.nn.ConcatOp;
import org.qopt.dialect.nn.MeanOp;
import org.qopt.dialect.nn.PadOp;
import org.qopt.dialect.nn.TransposeOp;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.parser.model.Attrs;
import org.qopt.parser.tflite.TfliteOptions.Concatenation;
import org.qopt.parser.tflite.TfliteOptions.Reducer;

/** Operators that move elements or reduce along axes. */
final class MovementOperators {
  private MovementOperators() {}

  static void transpose(NodeImport node) {
    node.requireInputs(2, 2);
    long[] permutation = node.integers(1, "the permutation");
    node.finish(
        TransposeOp.DEF,
        List.of(node.input(0)),
        new Attrs().ints("permutation", permutation).build());
  }

  static void concatenation(NodeImport node) {
    node.requireInputs(1, Integer.MAX_VALUE);
    Concatenation options = node.options(Concatenation.class);
    int axis = node.axis(options.axis(), node.inputType(0).shape());
    node.finishThenActivate(
        ConcatOp.DEF,
        node.allInputs(),
        new Attrs().i64("axis", axis).build(),
        options.activation());
  }

  static void pad(NodeImport node) {
    node.requireInputs(2, 3);
    Attrs attributes = new Attrs().ints("padding", node.integers(1, "the padding"));
    if (node.has(2)) {
      Tensor value = node.constant(2, "the value to pad with");
      if (value.size() != 1) {
        throw node.fault("the value to pad with is one number, but got " + value.size());
      }
      attributes.f32("value", (float) value.real(0));
    }
    node.finish(PadOp.DEF, List.of(node.input(0)), attributes.build());
  }

  static void mean(NodeImport node) {
    node.requireInputs(2, 2);
    Shape shape = node.inputType(0).shape();
    long[] axes = node.integers(1, "the axes");
    for (int i = 0; i < axes.length; i++) {
      axes[i] = node.axis(axes[i], shape);
    }
    node.finish(
        MeanOp.DEF,
        List.of(node.input(0)),
        new Attrs()
            .ints("axes", axes)
            .bool("keep_dims", node.options(Reducer.class).keepsRank())
            .build());
  }
}
