package org.qopt.target;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qopt.dialect.builtin.ModuleOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Dialects;
import org.qopt.ir.Operation;
import org.qopt.ir.ValueNaming;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.interpret.Interpreter;
import org.qopt.ir.print.PrintOptions;
import org.qopt.ir.print.Printer;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.TensorType;
import org.qopt.parser.qir.QirReader;
import org.qopt.parser.qir.ReadOptions;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.passes.annotate.QuantAnnotatePass;
import org.qopt.passes.bind.BindCalibrationPass;
import org.qopt.passes.bind.CalibrationTable;
import org.qopt.quantize.ValueRange;
import org.qopt.target.tpu.legalize.LegalizeToTpuPass;

/** Programs in text, and the stages that they go through. */
public final class Programs {
  private static final Dialects DIALECTS = Dialects.load();

  private Programs() {}

  /** {@return the module in {@code text}} */
  public static Operation read(String text) {
    return QirReader.read(text, "test.qir", DIALECTS, ReadOptions.STRICT).module();
  }

  /** {@return the text of {@code module}} */
  public static String text(Operation module) {
    return Printer.toText(module, PrintOptions.PRETTY);
  }

  /** {@return the only function of {@code module}} */
  public static FuncOp function(Operation module) {
    return new FuncOp(new ModuleOp(module).opsOf(FuncOp.DEF).getFirst());
  }

  /** Runs {@code pass}; its errors are thrown. */
  public static void run(Pass pass, Operation module, Optional<CalibrationTable> table) {
    Diagnostics diagnostics = new Diagnostics();
    PassContext context = PassContext.of(DIALECTS, diagnostics);
    pass.run(
        module, table.map(ranges -> context.with(CalibrationTable.class, ranges)).orElse(context));
    diagnostics.throwIfErrors();
  }

  /** Annotates, binds and legalizes {@code module} with these ranges. */
  public static void legalize(Operation module, CalibrationTable table) {
    run(new QuantAnnotatePass("tpu"), module, Optional.empty());
    run(new BindCalibrationPass(Optional.empty()), module, Optional.of(table));
    run(new LegalizeToTpuPass(), module, Optional.empty());
  }

  /** {@return the ranges of all float values of {@code module} over these inputs} */
  public static CalibrationTable calibrate(Operation module, List<Tensor> samples) {
    FuncOp function = function(module);
    ValueNaming names = ValueNaming.of(function);
    Map<String, ValueRange> ranges = new HashMap<>();
    var executable = Interpreter.prepare(function);
    for (Tensor sample : samples) {
      executable.run(
          List.of(sample),
          (value, tensor) -> {
            if (((TensorType) value.type()).elementType() == FloatType.F32) {
              ranges.merge(names.name(value), range(tensor), ValueRange::union);
            }
          });
    }
    return CalibrationTable.of(ranges, samples.size(), "minmax");
  }

  private static ValueRange range(Tensor tensor) {
    float min = Float.POSITIVE_INFINITY;
    float max = Float.NEGATIVE_INFINITY;
    for (float value : tensor.floats()) {
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
    return new ValueRange(min, max);
  }
}
