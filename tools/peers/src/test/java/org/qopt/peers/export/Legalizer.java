package org.qopt.peers.export;

import com.google.common.collect.ImmutableMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.func.MainFunction;
import org.qopt.ir.Dialects;
import org.qopt.ir.Operation;
import org.qopt.ir.ValueNaming;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.interpret.Interpreter;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.TensorType;
import org.qopt.parser.qir.QirReader;
import org.qopt.parser.qir.ReadOptions;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassManager;
import org.qopt.pass.PassRegistry;
import org.qopt.pass.Pipeline;
import org.qopt.passes.bind.CalibrationTable;
import org.qopt.quantize.ValueRange;
import org.qopt.target.Target;
import org.qopt.target.Targets;

/**
 * Brings float programs to a target, with the ranges that their values take over given inputs.
 *
 * @param profile the name of a target or of one of its profiles
 * @param options options of legalization
 */
public record Legalizer(String profile, ImmutableMap<String, String> options) {
  private static final Dialects DIALECTS = Dialects.load();
  private static final PassRegistry PASSES = PassRegistry.load();
  private static final Targets TARGETS = Targets.load();

  /** What comes before ranges are looked at, so that they are those of the program that is left. */
  private static final String BEFORE =
      "builtin.module(func.func(name-values),shape-inference,canonicalize)";

  /** {@return the legalizer without options} */
  public static Legalizer of(String profile) {
    return new Legalizer(profile, ImmutableMap.of());
  }

  /** {@return the module in {@code text}} */
  public static Operation read(String text) {
    return QirReader.read(text, "test.qir", DIALECTS, ReadOptions.STRICT).module();
  }

  /**
   * Legalizes {@code module}.
   *
   * @param samples inputs of the program
   * @throws org.qopt.ir.diagnostic.InvalidInputException if it has no form on the target
   */
  public void legalize(Operation module, List<List<Tensor>> samples) {
    run(BEFORE, module, Optional.empty());
    run(pipeline(), module, Optional.of(ranges(MainFunction.of(module), samples)));
  }

  /**
   * Legalizes {@code module}, which carries ranges of its own.
   *
   * @throws org.qopt.ir.diagnostic.InvalidInputException if it has no form on the target
   */
  public void legalize(Operation module) {
    run(pipeline(), module, Optional.empty());
  }

  private String pipeline() {
    Targets.Selection chosen = TARGETS.find(profile).orElseThrow();
    return chosen.target().pipeline(chosen.profile(), options);
  }

  /** {@return the target} */
  public Target target() {
    return TARGETS.find(profile).orElseThrow().target();
  }

  private static void run(String pipeline, Operation module, Optional<CalibrationTable> table) {
    Diagnostics diagnostics = new Diagnostics();
    PassContext context = PassContext.of(DIALECTS, diagnostics);
    if (table.isPresent()) {
      context = context.with(CalibrationTable.class, table.get());
    }
    PassManager.of(Pipeline.parse(pipeline, PASSES)).onThreads(1).run(module, context);
    diagnostics.throwIfErrors();
  }

  private static CalibrationTable ranges(FuncOp function, List<List<Tensor>> samples) {
    ValueNaming names = ValueNaming.of(function);
    Map<String, ValueRange> ranges = new HashMap<>();
    var executable = Interpreter.prepare(function);
    for (List<Tensor> sample : samples) {
      executable.run(
          sample,
          (value, tensor) -> {
            if (((TensorType) value.type()).elementType() == FloatType.F32) {
              ranges.merge(names.name(value), range(tensor), ValueRange::union);
            }
          });
    }
    return CalibrationTable.of(ranges, samples.size(), "minmax");
  }

  private static ValueRange range(Tensor tensor) {
    float min = 0;
    float max = 0;
    for (float value : tensor.floats()) {
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
    return new ValueRange(min, max);
  }
}
