package org.qopt.target.tpu.legalize;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.qopt.dialect.builtin.ModuleOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.pass.Anchor;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInfo;
import org.qopt.pass.remark.RewriteRemarks;
import org.qopt.passes.annotate.QuantAnnotatePass;
import org.qopt.rewrite.GreedyRewriter;
import org.qopt.rewrite.PatternSet;
import org.qopt.rewrite.RewritePattern;
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
    requireProfile(operation);
    PatternSet patterns = patterns();
    List<FuncOp> functions =
        new ModuleOp(operation)
            .opsOf(FuncOp.DEF).stream()
                .map(FuncOp::new)
                .filter(function -> !function.isDeclaration())
                .toList();
    Diagnostics diagnostics = new Diagnostics();
    RewriteRemarks remarks = new RewriteRemarks(NAME, context);
    for (FuncOp function : functions) {
      QuantizedSignature.apply(function);
      Leftovers leftovers = new Leftovers();
      GreedyRewriter.of(patterns)
          .withListener(leftovers.and(remarks))
          .rewrite(function.operation());
      remarks.finish(function.operation());
      leftovers.report(function, diagnostics);
    }
    diagnostics.throwIfErrors();
    TpuVerifier.verify(operation, diagnostics);
    diagnostics.throwIfErrors();
  }

  // Not a constant: every start of a tool makes the pass known, and few run it.
  private static PatternSet patterns() {
    return PatternSet.of(
        Stream.<RewritePattern>concat(
                TpuLegalizations.ALL.stream().map(LegalizePattern::new),
                Stream.of(new RescaleCasts()))
            .toList());
  }

  private static void requireProfile(Operation module) {
    Optional<String> profile =
        module.attribute(QuantAnnotatePass.PROFILE, StringAttr.class).map(StringAttr::value);
    if (profile.isPresent() && !profile.get().equals(TpuProfile.NAME)) {
      throw new InvalidInputException(
          module.reportLocation(),
          "the program was annotated for profile \"%s\", it cannot be legalized for \"%s\""
              .formatted(profile.get(), TpuProfile.NAME));
    }
  }
}
