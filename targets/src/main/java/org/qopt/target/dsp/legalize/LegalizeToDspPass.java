package org.qopt.target.dsp.legalize;

import java.util.stream.Stream;
import org.qopt.dialect.bfp.BlockConstantOp;
import org.qopt.dialect.builtin.ModuleOp;
import org.qopt.dialect.builtin.UnrealizedConversionCastOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.pass.Anchor;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInfo;
import org.qopt.pass.remark.RewriteRemarks;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.conversion.ConversionTarget;
import org.qopt.target.dsp.DspProfile;
import org.qopt.target.dsp.DspVerifier;
import org.qopt.target.dsp.dialect.DspDialect;
import org.qopt.target.legalize.AnnotatedProfile;
import org.qopt.target.legalize.LegalizePattern;
import org.qopt.target.legalize.QuantizedSignature;
import org.qopt.target.legalize.TargetConversion;

/** Turns the QDQ form into operations on mantissas and exponents. */
public record LegalizeToDspPass() implements Pass {
  /** The name of the pass. */
  static final String NAME = "legalize-to-dsp";

  private static final ConversionTarget LEGAL =
      ConversionTarget.builder()
          .legalDialects(DspDialect.NAME, "func", "builtin")
          .legal(BlockConstantOp.DEF.name())
          .illegalDialects("nn")
          .illegal(UnrealizedConversionCastOp.DEF.name())
          .build();

  @Override
  public PassInfo info() {
    return PassInfo.of(NAME, "turns the QDQ form into operations on mantissas and exponents")
        .titled("LegalizeToDSP")
        .describedAs(
            """
            Every operation of the dialect nn between bfp.dcast and bfp.qcast becomes one of the \
            dialect dsp, with its shifts, guard bits, bounds or table as integers. The casts at the \
            function's ends go: its arguments and results are block floating point.

            before:
              %0 = bfp.dcast %x : tensor<4xf32>
              %1 = nn.relu %0 : tensor<4xf32>
              %2 = bfp.qcast %1 : tensor<4x!bfp.block<i16, tensor, -12, half_up, symmetric, floor>>
            after:
              %2 = dsp.requantize %x {activation = "relu", clamp = array<i32: 0, 2147483647>, clamp_exponent = -12 : i32,
                  shift = 0 : i32} : tensor<4x!bfp.block<i16, tensor, -12, half_up, symmetric, floor>>""")
        .on(Anchor.MODULE);
  }

  @Override
  public void run(Operation operation, PassContext context) {
    DspProfile profile = DspProfile.of(AnnotatedProfile.of(operation, DspProfile.quantProfiles()));
    for (Operation function : new ModuleOp(operation).opsOf(FuncOp.DEF)) {
      if (!new FuncOp(function).isDeclaration()) {
        QuantizedSignature.apply(new FuncOp(function));
      }
    }
    Diagnostics diagnostics = new Diagnostics();
    RewriteRemarks remarks = new RewriteRemarks(NAME, context);
    conversion(profile, context).convert(operation, remarks, diagnostics);
    remarks.finish(operation);
    diagnostics.throwIfErrors();
    DspVerifier.verify(operation, diagnostics);
    diagnostics.throwIfErrors();
  }

  private static TargetConversion conversion(DspProfile profile, PassContext context) {
    return new TargetConversion(
        DspProfile.NAME,
        profile.quant(),
        LEGAL,
        Stream.<RewritePattern>concat(
                DspLegalizations.of(profile.accumulator(), context::remark).stream()
                    .map(legalization -> new LegalizePattern(legalization, profile.quant())),
                Stream.of(new RequantizeCasts()))
            .toList());
  }
}
