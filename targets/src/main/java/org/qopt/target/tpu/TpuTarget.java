package org.qopt.target.tpu;

import com.google.common.collect.ImmutableList;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.DiagnosticSink;
import org.qopt.pass.Pass;
import org.qopt.quantize.QuantProfile;
import org.qopt.target.Target;
import org.qopt.target.tpu.dialect.TpuDialect;
import org.qopt.target.tpu.legalize.LegalizeToTpuPass;

/** The target {@code tpu}. */
public final class TpuTarget implements Target {
  @Override
  public String name() {
    return TpuProfile.NAME;
  }

  @Override
  public String description() {
    return "int8, integers alone, bit for bit TensorFlow Lite's reference kernels";
  }

  @Override
  public QuantProfile profile() {
    return TpuProfile.PROFILE;
  }

  @Override
  public ImmutableList<String> dialects() {
    return ImmutableList.of("builtin", "func", TpuDialect.NAME);
  }

  @Override
  public ImmutableList<Pass> passes() {
    return ImmutableList.of(new LegalizeToTpuPass(), new VerifyTpuPass());
  }

  @Override
  public String pipeline() {
    return "builtin.module(func.func(name-values),shape-inference,canonicalize,"
        + "quant-annotate{target=tpu},bind-calibration,legalize-to-tpu,canonicalize,cse,verify-tpu)";
  }

  @Override
  public void verify(Operation module, DiagnosticSink sink) {
    TpuVerifier.verify(module, sink);
  }
}
