package org.qopt.target.tpu.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.TransposeOptionsT;

/** {@code tpu.transpose}; one axis after the other is brought to its place where there are many. */
final class TransposeExport {
  private TransposeExport() {}

  static void export(Operation operation, ModelGraph graph) {
    int[] permutation = operation.required("permutation", DenseIntArrayAttr.class).toInts();
    if (permutation.length < 2) {
      MovementExports.copy(operation.operand(0), operation.result(), graph);
      return;
    }
    if (permutation.length <= Ranks.MOVEMENT) {
      int input = graph.tensor(operation.operand(0));
      add(operation, graph, input, graph.result(operation), permutation);
      return;
    }
    Detour detour = new Detour(graph, operation);
    List<Integer> order =
        IntStream.range(0, permutation.length)
            .boxed()
            .collect(Collectors.toCollection(ArrayList::new));
    for (int to = 0; to < permutation.length; to++) {
      int from = order.indexOf(permutation[to]);
      if (from != to) {
        detour.move(
            from, to, (input, output, _) -> add(operation, graph, input, output, 0, 2, 1, 3));
        order.add(to, order.remove(from));
      }
    }
    detour.end();
  }

  private static void add(
      Operation operation, ModelGraph graph, int input, int output, int... permutation) {
    graph.add(
        Operators.transpose(Width.of(operation.result()), permutation.length),
        BuiltinOptions.TransposeOptions,
        new TransposeOptionsT(),
        List.of(input, graph.list(operation.result(), "permutation", permutation)),
        output);
  }
}
