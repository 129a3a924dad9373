package org.qopt.target.tpu.export;

import org.qopt.ir.Operation;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.target.tpu.dialect.LookupOp;
import org.qopt.target.tpu.dialect.SoftmaxOp;
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
    String function = operation.required(LookupOp.FUNCTION, StringAttr.class).value();
    return switch (function) {
      case "logistic" -> Kernels.logistic(width);
      case "tanh" -> Kernels.tanh(width);
      default -> throw new IllegalArgumentException("no function of a legal program: " + function);
    };
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
