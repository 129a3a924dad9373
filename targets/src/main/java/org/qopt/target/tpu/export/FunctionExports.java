package org.qopt.target.tpu.export;

import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.target.tpu.dialect.LookupOp;
import org.qopt.target.tpu.dialect.Scales;
import org.qopt.target.tpu.dialect.SoftmaxOp;
import org.qopt.target.tpu.numerics.FloatFunction;
import org.qopt.target.tpu.numerics.LookupTable;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.HardSwishOptionsT;
import org.tensorflow.lite.schema.SoftmaxOptionsT;

/** {@code tpu.lookup}, {@code tpu.softmax} and {@code tpu.hard_swish}. */
final class FunctionExports {
  private FunctionExports() {}

  /** The runtime builds tables itself; it is told which. */
  static void lookup(Operation operation, ModelGraph graph) {
    graph.add(kernel(operation), Operands.of(operation, graph), graph.result(operation));
  }

  private static Kernel kernel(Operation operation) {
    Width width = Width.of(operation.result());
    if (isTableOf(FloatFunction.LOGISTIC, operation)) {
      return Kernels.logistic(width);
    }
    if (isTableOf(FloatFunction.TANH, operation)) {
      return Kernels.tanh(width);
    }
    throw new InvalidInputException(
        DiagnosticKind.NOT_LEGAL,
        operation.reportLocation(),
        "'%s' op cannot be written for TensorFlow Lite: expected the table of the logistic function or of the hyperbolic tangent, but got another"
            .formatted(operation.name()));
  }

  private static boolean isTableOf(FloatFunction function, Operation operation) {
    UniformQuantizedType from = Scales.uniform(operation.operand(0).type());
    UniformQuantizedType to = Scales.uniform(operation.result().type());
    LookupTable table =
        LookupTable.of(
            function,
            from.scale32(),
            Math.toIntExact(from.zeroPoint()),
            to.scale32(),
            Math.toIntExact(to.zeroPoint()));
    return LookupOp.attribute(table)
        .equals(operation.required(LookupOp.TABLE, DenseIntArrayAttr.class));
  }

  static void softmax(Operation operation, ModelGraph graph) {
    SoftmaxOptionsT options = new SoftmaxOptionsT();
    options.setBeta(SoftmaxOp.beta(operation));
    graph.add(
        Kernels.softmax(Width.of(operation.result())),
        BuiltinOptions.SoftmaxOptions,
        options,
        Operands.of(operation, graph),
        graph.result(operation));
  }

  static void hardSwish(Operation operation, ModelGraph graph) {
    graph.add(
        Kernels.HARD_SWISH,
        BuiltinOptions.HardSwishOptions,
        new HardSwishOptionsT(),
        Operands.of(operation, graph),
        graph.result(operation));
  }
}
