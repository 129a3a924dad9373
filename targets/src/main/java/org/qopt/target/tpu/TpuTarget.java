package org.qopt.target.tpu;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.DiagnosticSink;
import org.qopt.pass.Pass;
import org.qopt.passes.FloatStages;
import org.qopt.quantize.QuantProfile;
import org.qopt.target.Target;
import org.qopt.target.TargetOption;
import org.qopt.target.c.CExporter;
import org.qopt.target.export.Exporter;
import org.qopt.target.proof.AccumulatorBound;
import org.qopt.target.tpu.canonicalize.CanonicalizeTpuPass;
import org.qopt.target.tpu.dialect.Accumulators;
import org.qopt.target.tpu.dialect.TpuDialect;
import org.qopt.target.tpu.export.TfliteExporter;
import org.qopt.target.tpu.export.c.TpuLowering;
import org.qopt.target.tpu.legalize.LegalizeToTpuPass;

/** The target {@code tpu}. */
public final class TpuTarget implements Target {
  private static final String ROUNDING = "rounding";
  private static final String DOUBLE = "double";

  @Override
  public String name() {
    return TpuProfile.NAME;
  }

  @Override
  public String description() {
    return "int8, integers alone, bit for bit TensorFlow Lite's reference kernels";
  }

  @Override
  public String contract() {
    return """
        Sums are kept in int32, which is proved not to overflow. A sum is multiplied
        by an integer and shifted; the kind of rounding stands on the operation. Functions are tables
        or fixed-point arithmetic. Results are those of TensorFlow Lite's reference kernels, bit for
        bit; docs/targets/tpu.md has the formulas.
        """;
  }

  @Override
  public ImmutableList<QuantProfile> profiles() {
    return TpuProfile.ALL;
  }

  @Override
  public ImmutableList<String> dialects() {
    return ImmutableList.of("builtin", "func", TpuDialect.NAME);
  }

  @Override
  public ImmutableList<TargetOption> options() {
    return ImmutableList.of(
        TargetOption.ofLegalization(
            ROUNDING, "how kernels round products of 32 bits: twice, or once", DOUBLE, "single"),
        TargetOption.ofExport(
            TfliteExporter.FORMAT,
            TfliteExporter.IO,
            "the type of inputs and outputs",
            "int8",
            TfliteExporter.FLOAT32),
        CExporter.EMIT_MAIN);
  }

  @Override
  public ImmutableList<Exporter> exporters() {
    return ImmutableList.of(new TfliteExporter(), new CExporter(new TpuLowering()));
  }

  @Override
  public ImmutableList<Pass> passes() {
    return ImmutableList.of(
        new LegalizeToTpuPass(), new CanonicalizeTpuPass(), new VerifyTpuPass());
  }

  @Override
  public String pipeline(QuantProfile profile, ImmutableMap<String, String> options) {
    return ("builtin.module("
            + FloatStages.TEXT
            + ",quant-annotate{target=%s},bind-calibration,legalize-to-tpu%s,canonicalize,"
            + "canonicalize-tpu,cse,verify-tpu)")
        .formatted(
            profile.name(),
            options.getOrDefault(ROUNDING, DOUBLE).equals(DOUBLE) ? "" : "{rounding=single}");
  }

  @Override
  public Optional<AccumulatorBound> accumulator(Operation operation) {
    return Accumulators.of(operation);
  }

  @Override
  public void verify(Operation module, DiagnosticSink sink) {
    TpuVerifier.verify(module, sink);
  }
}
