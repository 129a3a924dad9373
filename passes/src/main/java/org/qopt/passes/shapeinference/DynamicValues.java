package org.qopt.passes.shapeinference;

import java.util.ArrayList;
import java.util.List;
import org.qopt.ir.Block;
import org.qopt.ir.Operation;
import org.qopt.ir.Region;
import org.qopt.ir.Value;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticSink;
import org.qopt.ir.type.ShapedType;
import org.qopt.ir.type.TensorType;

/** Reports values with unknown dimensions. */
final class DynamicValues {
  // Where one dimension is not known, most of what follows is not either.
  private static final int SHOWN = 10;

  private DynamicValues() {}

  static void report(Operation root, DiagnosticSink sink) {
    List<Value> found = new ArrayList<>();
    root.walk(operation -> collect(operation, found));
    if (found.isEmpty()) {
      return;
    }
    Value first = found.getFirst();
    Diagnostic diagnostic =
        Diagnostic.error(
            first.location(),
            "shape inference left %d value(s) with unknown dimensions, the first of type %s"
                .formatted(found.size(), first.type()));
    for (Value value : found.subList(1, Math.min(found.size(), SHOWN))) {
      diagnostic = diagnostic.withNote(value.location(), "another one of type " + value.type());
    }
    sink.report(diagnostic);
  }

  private static void collect(Operation operation, List<Value> found) {
    operation.results().stream().filter(DynamicValues::isDynamic).forEach(found::add);
    for (Region region : operation.regions()) {
      for (Block block : region.blocks()) {
        block.arguments().stream().filter(DynamicValues::isDynamic).forEach(found::add);
      }
    }
  }

  private static boolean isDynamic(Value value) {
    return value.type() instanceof ShapedType
        && !(value.type() instanceof TensorType tensor && tensor.shape().isStatic());
  }
}
