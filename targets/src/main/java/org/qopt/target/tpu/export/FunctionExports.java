package org.qopt.target.tpu.export;

import java.util.List;
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
    graph.add(operator(operation), Operands.of(operation, graph), graph.result(operation));
  }

  private static Operator operator(Operation operation) {
    Width width = Width.of(operation.result());
    String function = operation.required(LookupOp.FUNCTION, StringAttr.class).value();
    return switch (function) {
      case "logistic" -> Operators.logistic(width);
      case "tanh" -> Operators.tanh(width);
      default -> throw new IllegalArgumentException("no function of a legal program: " + function);
    };
  }

  static void softmax(Operation operation, ModelGraph graph) {
    SoftmaxOptionsT options = new SoftmaxOptionsT();
    options.setBeta(SoftmaxOp.beta(operation));
    Operator operator = Operators.softmax(Width.of(operation.result()));
    Detour.ofRows(
        operation,
        graph,
        Width.of(operation.result()) == Width.INT16 ? Ranks.SOFTMAX16 : Integer.MAX_VALUE,
        (input, output, _) ->
            graph.add(operator, BuiltinOptions.SoftmaxOptions, options, List.of(input), output));
  }

  static void hardSwish(Operation operation, ModelGraph graph) {
    graph.add(
        Operators.HARD_SWISH,
        BuiltinOptions.HardSwishOptions,
        new HardSwishOptionsT(),
        Operands.of(operation, graph),
        graph.result(operation));
  }
}
