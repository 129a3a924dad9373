package org.qopt.target.legalize;

import java.util.List;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.quantize.QuantProfile;
import org.qopt.rewrite.GreedyRewriter;
import org.qopt.rewrite.PatternSet;
import org.qopt.rewrite.RewriteListener;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.conversion.ConversionOutcome;
import org.qopt.rewrite.conversion.ConversionTarget;
import org.qopt.rewrite.conversion.DialectConversion;

/**
 * Brings what is between casts to a target's dialect. The casts themselves may stay: most go with
 * what they stand around, and whether what is left of them is legal the target's verifier says.
 *
 * @param target the target's name, for messages
 * @param profile what the target can compute
 * @param legal which operations may be left
 * @param patterns how operations become those of the target
 */
public record TargetConversion(
    String target, QuantProfile profile, ConversionTarget legal, List<RewritePattern> patterns) {

  /** Converts {@code module}; reports what has no form on the target, and converts nothing then. */
  public void convert(Operation module, RewriteListener listener, Diagnostics diagnostics) {
    GreedyRewriter removal = GreedyRewriter.of(PatternSet.of()).withListener(listener);
    removal.rewrite(module);
    ConversionOutcome outcome =
        DialectConversion.partial(legal, PatternSet.of(patterns))
            .withListener(listener)
            .convert(module);
    outcome
        .refused()
        .forEach(refusal -> diagnostics.report(Refusals.error(refusal, target, profile)));
    outcome.unresolved().forEach(diagnostics::report);
    // Casts whose users are gone.
    removal.rewrite(module);
  }
}
