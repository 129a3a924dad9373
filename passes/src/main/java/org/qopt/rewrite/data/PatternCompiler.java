package org.qopt.rewrite.data;

import com.google.common.collect.ImmutableList;
import org.qopt.dialect.builtin.ModuleOp;
import org.qopt.dialect.rewrite.PatternOp;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.rewrite.RewritePattern;

/** Makes patterns of a program of the dialect {@code rewrite}. */
public final class PatternCompiler {
  private PatternCompiler() {}

  /**
   * {@return the patterns of {@code module}, a valid module, in their order}
   *
   * @param known what the patterns may name
   * @throws org.qopt.ir.diagnostic.InvalidInputException with all that is wrong, and where
   */
  public static ImmutableList<RewritePattern> compile(Operation module, Vocabulary known) {
    Diagnostics diagnostics = new Diagnostics();
    ImmutableList.Builder<RewritePattern> patterns = ImmutableList.builder();
    for (Operation operation : new ModuleOp(module).body()) {
      if (operation.is(PatternOp.DEF)) {
        new PatternBuilder(new PatternOp(operation), known, diagnostics)
            .build()
            .ifPresent(patterns::add);
      } else {
        diagnostics.report(
            Diagnostic.error(
                operation.reportLocation(),
                "expected only 'rewrite.pattern' in a file of rewrites, but found '%s'"
                    .formatted(operation.name())));
      }
    }
    diagnostics.throwIfErrors();
    return patterns.build();
  }
}
