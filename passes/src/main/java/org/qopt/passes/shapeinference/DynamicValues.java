package org.qopt.passes.shapeinference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.qopt.dialect.builtin.ModuleOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Block;
import org.qopt.ir.BlockArgument;
import org.qopt.ir.Operation;
import org.qopt.ir.Region;
import org.qopt.ir.Value;
import org.qopt.ir.ValueNaming;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticSink;
import org.qopt.ir.type.ShapedType;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.UnrankedTensorType;

/**
 * Reports values with unknown dimensions, where those come from, and what would make them known.
 */
final class DynamicValues {
  // Where one dimension is not known, most of what follows is not either.
  private static final int SHOWN = 10;

  private final List<Value> found = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> fixes = new ArrayList<>();
  private final ModuleOp module;

  private DynamicValues(ModuleOp module) {
    this.module = module;
  }

  static void report(ModuleOp module, DiagnosticSink sink) {
    DynamicValues values = new DynamicValues(module);
    module.opsOf(FuncOp.DEF).forEach(operation -> values.collect(new FuncOp(operation)));
    if (!values.found.isEmpty()) {
      sink.report(values.diagnostic());
    }
  }

  private Diagnostic diagnostic() {
    Diagnostic diagnostic =
        Diagnostic.error(
            found.getFirst().location(),
            "shape inference left %d value%s with unknown dimensions"
                .formatted(found.size(), found.size() == 1 ? "" : "s"));
    for (int i = 0; i < notes.size(); i++) {
      diagnostic = diagnostic.withNote(found.get(i).location(), notes.get(i));
    }
    int more = found.size() - notes.size();
    if (more > 0) {
      diagnostic =
          diagnostic.withNote(found.get(notes.size()).location(), "and %d more".formatted(more));
    }
    return fixes.isEmpty()
        ? diagnostic
        : diagnostic.withNote(
            module.operation().reportLocation(),
            "give the inputs' dimensions, with numbers in place of '?': "
                + String.join(" ", fixes));
  }

  private void collect(FuncOp function) {
    if (function.isDeclaration()) {
      return;
    }
    int before = found.size();
    function.operation().walk(this::collect);
    if (found.size() == before) {
      return;
    }
    ValueNaming names = ValueNaming.of(function);
    SymbolicShapes shapes = SymbolicShapes.of(function);
    DimensionSources sources = new DimensionSources(function, names, shapes);
    for (Value value : found.subList(before, Math.min(found.size(), Math.max(before, SHOWN)))) {
      notes.add(
          "%s of type %s: %s"
              .formatted(names.name(value), value.type(), reasons(value, shapes, sources)));
    }
    addFixes(function, names);
  }

  private static String reasons(Value value, SymbolicShapes shapes, DimensionSources sources) {
    Optional<List<Dim>> dims = shapes.dims(value);
    if (dims.isEmpty()) {
      return "not even the number of dimensions is known";
    }
    String unknown =
        IntStream.range(0, dims.get().size())
            .filter(axis -> dims.get().get(axis).known().isEmpty())
            .mapToObj(axis -> sources.reason(value, axis, dims.get().get(axis)))
            .collect(Collectors.joining("; "));
    return unknown.isEmpty() ? "known, but forgotten where values of several shapes meet" : unknown;
  }

  // Inputs are the arguments of public functions: others follow from their calls.
  private void addFixes(FuncOp function, ValueNaming names) {
    if (ModuleShapes.isPrivate(function)) {
      return;
    }
    for (BlockArgument argument : function.arguments()) {
      if (argument.type() instanceof TensorType type && !type.shape().isStatic()) {
        fixes.add("--input-shape=%s=%s".formatted(names.name(argument), type.shape()));
      }
    }
  }

  private void collect(Operation operation) {
    operation.results().stream().filter(DynamicValues::isDynamic).forEach(found::add);
    for (Region region : operation.regions()) {
      for (Block block : region.blocks()) {
        block.arguments().stream().filter(DynamicValues::isDynamic).forEach(found::add);
      }
    }
  }

  /** {@return whether a dimension of {@code value} is not known} */
  static boolean isDynamic(Value value) {
    return value.type() instanceof UnrankedTensorType
        || (value.type() instanceof ShapedType
            && !(value.type() instanceof TensorType tensor && tensor.shape().isStatic()));
  }
}
