package org.qopt.target.tpu.legalize;

import org.qopt.dialect.builtin.ModuleOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.pass.Anchor;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInfo;
import org.qopt.pass.remark.RewriteRemarks;
import org.qopt.quantize.QuantProfile;
import org.qopt.target.legalize.AnnotatedProfile;
import org.qopt.target.legalize.QuantizedSignature;
import org.qopt.target.tpu.TpuProfile;
import org.qopt.target.tpu.TpuVerifier;

/** Turns the QDQ form into operations on integers. */
public record LegalizeToTpuPass() implements Pass {
  private static final String NAME = "legalize-to-tpu";

  @Override
  public PassInfo info() {
    return PassInfo.of(NAME, "turns the QDQ form into operations on integers")
        .titled("LegalizeToTPU")
        .describedAs(
            """
            Every operation of the dialect nn between quant.dcast and quant.qcast becomes one of the \
            dialect tpu, with its multipliers, shifts, bounds or table as integers. The casts at the \
            function's ends go: its arguments and results are quantized.

            before:
              %0 = quant.dcast %x : tensor<4xf32>
              %1 = nn.relu %0 : tensor<4xf32>
              %2 = quant.qcast %1 : tensor<4x!quant.uniform<i8:f32, 0.25:-128>>
            after:
              %2 = tpu.clamp %x {clamp = array<i8: -128, 127>, multiplier = 1073741824 : i32,
                  rounding = "double", shift = 1 : i32} : tensor<4x!quant.uniform<i8:f32, 0.25:-128>>""")
        .on(Anchor.MODULE);
  }

  @Override
  public void run(Operation operation, PassContext context) {
    QuantProfile profile = AnnotatedProfile.of(operation, TpuProfile.ALL);
    for (Operation function : new ModuleOp(operation).opsOf(FuncOp.DEF)) {
      if (!new FuncOp(function).isDeclaration()) {
        QuantizedSignature.apply(new FuncOp(function));
      }
    }
    Diagnostics diagnostics = new Diagnostics();
    RewriteRemarks remarks = new RewriteRemarks(NAME, context);
    TpuConversion.of(profile).convert(operation, remarks, diagnostics);
    remarks.finish(operation);
    diagnostics.throwIfErrors();
    TpuVerifier.verify(operation, diagnostics);
    diagnostics.throwIfErrors();
  }
}
