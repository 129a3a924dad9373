package org.example.plugin;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import org.qopt.dialect.quant.StorageType;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticSink;
import org.qopt.pass.Pass;
import org.qopt.quantize.OpRule;
import org.qopt.quantize.OperandRole;
import org.qopt.quantize.QuantProfile;
import org.qopt.quantize.ResultRule;
import org.qopt.target.Target;

/** Hardware that can look bytes up in a table, and nothing else. */
public final class ExampleTarget implements Target {
  private static final String NAME = "example";

  /** What it can hold, and which operations it has a form of: all else is refused early. */
  private static final QuantProfile PROFILE =
      QuantProfile.of(
          NAME,
          StorageType.I8,
          StorageType.I8_NARROW,
          StorageType.I32,
          List.of(function("nn.relu"), function("nn.tanh"), function("example.leaky_relu")),
          Map.of("nn.relu6", "nn.relu"));

  private static OpRule function(String op) {
    return OpRule.of(op, ResultRule.FREE, OperandRole.ACTIVATION);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "int8, functions of one number as tables";
  }

  @Override
  public ImmutableList<QuantProfile> profiles() {
    return ImmutableList.of(PROFILE);
  }

  @Override
  public ImmutableList<String> dialects() {
    return ImmutableList.of("builtin", "func", "quant", "example");
  }

  @Override
  public ImmutableList<Pass> passes() {
    return ImmutableList.of(new LegalizeToExamplePass());
  }

  @Override
  public String pipeline(QuantProfile profile, ImmutableMap<String, String> options) {
    return "builtin.module(func.func(name-values),shape-inference,canonicalize,"
        + "quant-annotate{target=example},bind-calibration,legalize-to-example,cse)";
  }

  @Override
  public void verify(Operation module, DiagnosticSink sink) {
    module.walk(
        operation -> {
          if (!dialects().contains(operation.dialect()) || operation.is(LeakyReluOp.DEF)) {
            sink.report(
                Diagnostic.error(
                    operation.reportLocation(),
                    "'" + operation.name() + "' op is not legal on " + NAME));
          }
        });
  }
}
