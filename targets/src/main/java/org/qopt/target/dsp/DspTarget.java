package org.qopt.target.dsp;

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
import org.qopt.target.dsp.canonicalize.CanonicalizeDspPass;
import org.qopt.target.dsp.dialect.Accumulators;
import org.qopt.target.dsp.dialect.DspDialect;
import org.qopt.target.dsp.export.c.DspLowering;
import org.qopt.target.dsp.legalize.LegalizeToDspPass;
import org.qopt.target.export.Exporter;
import org.qopt.target.proof.AccumulatorBound;

/** The target {@code dsp}. */
public final class DspTarget implements Target {
  @Override
  public String name() {
    return DspProfile.NAME;
  }

  @Override
  public String description() {
    return "block floating point, integers alone: mantissas of 8 or 16 bits that share exponents";
  }

  @Override
  public String contract() {
    return """
        A value is mantissas and exponents, shared by a tensor or by blocks along the last axis, known
        from calibration or found when the program runs. Products are summed exactly in 32 or 40 bits,
        proved not to overflow; a result is shifted, rounded and saturated once, as its type says.
        Functions are tables with lines between their values. docs/targets/dsp.md has the formulas.
        """;
  }

  @Override
  public ImmutableList<QuantProfile> profiles() {
    return DspProfile.quantProfiles();
  }

  @Override
  public ImmutableList<String> dialects() {
    return ImmutableList.of("builtin", "func", DspDialect.NAME);
  }

  @Override
  public ImmutableList<Pass> passes() {
    return ImmutableList.of(
        new LegalizeToDspPass(), new CanonicalizeDspPass(), new VerifyDspPass());
  }

  @Override
  public ImmutableList<TargetOption> options() {
    return ImmutableList.of(CExporter.EMIT_MAIN);
  }

  @Override
  public ImmutableList<Exporter> exporters() {
    return ImmutableList.of(new CExporter(new DspLowering()));
  }

  @Override
  public String pipeline(QuantProfile profile, ImmutableMap<String, String> options) {
    return ("builtin.module("
            + FloatStages.TEXT
            + ",quant-annotate{target=%s},bind-calibration,legalize-to-dsp,canonicalize,"
            + "canonicalize-dsp,cse,verify-dsp)")
        .formatted(profile.name());
  }

  @Override
  public Optional<AccumulatorBound> accumulator(Operation operation) {
    return Accumulators.of(operation);
  }

  @Override
  public void verify(Operation module, DiagnosticSink sink) {
    DspVerifier.verify(module, sink);
  }
}
