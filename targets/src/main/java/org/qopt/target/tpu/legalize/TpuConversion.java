package org.qopt.target.tpu.legalize;

import java.util.stream.Stream;
import org.qopt.dialect.builtin.UnrealizedConversionCastOp;
import org.qopt.dialect.nn.ConstantOp;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.rewrite.GreedyRewriter;
import org.qopt.rewrite.PatternSet;
import org.qopt.rewrite.RewriteListener;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.conversion.ConversionOutcome;
import org.qopt.rewrite.conversion.ConversionTarget;
import org.qopt.rewrite.conversion.DialectConversion;
import org.qopt.target.tpu.dialect.TpuDialect;

/**
 * Brings what is between casts to the dialect {@code tpu}. The casts themselves may stay: most go
 * with what they stand around, and whatever is left of them the verifier of the target refuses.
 */
final class TpuConversion {
  private static final ConversionTarget TARGET =
      ConversionTarget.builder()
          .legalDialects(TpuDialect.NAME, "func", "builtin")
          .legal(ConstantOp.DEF.name())
          .illegalDialects("nn")
          .illegal(UnrealizedConversionCastOp.DEF.name())
          .build();

  private static final PatternSet PATTERNS =
      PatternSet.of(
          Stream.<RewritePattern>concat(
                  TpuLegalizations.ALL.stream().map(LegalizePattern::new),
                  Stream.of(new RescaleCasts()))
              .toList());

  private TpuConversion() {}

  /** Converts {@code module}; reports what has no form on the target, and converts nothing then. */
  static void convert(Operation module, RewriteListener listener, Diagnostics diagnostics) {
    GreedyRewriter removal = GreedyRewriter.of(PatternSet.of()).withListener(listener);
    removal.rewrite(module);
    ConversionOutcome outcome =
        DialectConversion.partial(TARGET, PATTERNS).withListener(listener).convert(module);
    outcome.refused().forEach(refusal -> diagnostics.report(TpuRefusals.error(refusal)));
    outcome.unresolved().forEach(diagnostics::report);
    // Casts whose users are gone.
    removal.rewrite(module);
  }
}
