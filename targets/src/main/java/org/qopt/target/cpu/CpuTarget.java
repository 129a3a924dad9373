package org.qopt.target.cpu;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.DiagnosticSink;
import org.qopt.pass.Pass;
import org.qopt.passes.FloatStages;
import org.qopt.quantize.QuantProfile;
import org.qopt.target.BoundaryRounding;
import org.qopt.target.Target;
import org.qopt.target.TargetOption;
import org.qopt.target.cpu.canonicalize.CanonicalizeCpuPass;
import org.qopt.target.cpu.dialect.Accumulators;
import org.qopt.target.cpu.dialect.CpuDialect;
import org.qopt.target.cpu.export.OnnxExporter;
import org.qopt.target.cpu.legalize.LegalizeToCpuPass;
import org.qopt.target.export.Exporter;
import org.qopt.target.proof.AccumulatorBound;

/** The target {@code cpu}. */
public final class CpuTarget implements Target {
  private static final String REDUCE_RANGE = "reduce-range";

  @Override
  public String name() {
    return CpuProfile.NAME;
  }

  @Override
  public String description() {
    return "int8 with float32 rescaling and float islands, as ONNX Runtime's kernels compute";
  }

  @Override
  public String contract() {
    return """
        Sums are kept in int32, and proved not to overflow. A sum becomes a float32, is multiplied by a
        float32 that follows from the scales, and is rounded to the nearest integer, halves to even.
        What has no int8 kernel stays float32. Results are those of ONNX Runtime's quantized kernels;
        docs/targets/cpu.md has the formulas.
        """;
  }

  @Override
  public ImmutableList<QuantProfile> profiles() {
    return CpuProfile.ALL;
  }

  @Override
  public BoundaryRounding boundaryRounding() {
    return BoundaryRounding.HALF_EVEN;
  }

  @Override
  public ImmutableList<String> dialects() {
    return ImmutableList.of("builtin", "func", CpuDialect.NAME, "nn");
  }

  @Override
  public ImmutableList<Pass> passes() {
    return ImmutableList.of(
        new LegalizeToCpuPass(), new CanonicalizeCpuPass(), new VerifyCpuPass());
  }

  @Override
  public ImmutableList<TargetOption> options() {
    return ImmutableList.<TargetOption>builder()
        .add(
            TargetOption.ofLegalization(
                REDUCE_RANGE, "weights of 7 bits, for processors without VNNI"))
        .addAll(OnnxExporter.OPTIONS)
        .build();
  }

  @Override
  public ImmutableList<Exporter> exporters() {
    return ImmutableList.of(new OnnxExporter());
  }

  @Override
  public String pipeline(QuantProfile profile, ImmutableMap<String, String> options) {
    return ("builtin.module("
            + FloatStages.TEXT
            + ",quant-annotate{target=%s},bind-calibration,legalize-to-cpu,canonicalize,"
            + "canonicalize-cpu,cse,verify-cpu)")
        .formatted(options.containsKey(REDUCE_RANGE) ? CpuProfile.REDUCED_NAME : profile.name());
  }

  @Override
  public Optional<AccumulatorBound> accumulator(Operation operation) {
    return Accumulators.of(operation);
  }

  @Override
  public void verify(Operation module, DiagnosticSink sink) {
    CpuVerifier.verify(module, sink);
  }
}
