package org.qopt.passes;

import java.util.List;
import org.qopt.pass.Pass;
import org.qopt.pass.PassProvider;
import org.qopt.passes.applyrewrites.ApplyRewritesPass;
import org.qopt.passes.canonicalize.CanonicalizePass;
import org.qopt.passes.composite.FixedPointPass;
import org.qopt.passes.cse.CsePass;
import org.qopt.passes.deadvalues.RemoveDeadValuesPass;
import org.qopt.passes.inline.InlinePass;
import org.qopt.passes.namevalues.NameValuesPass;
import org.qopt.passes.printopstats.PrintOpStatsPass;
import org.qopt.passes.shapeinference.ShapeInferencePass;
import org.qopt.passes.stripdebuginfo.StripDebugInfoPass;
import org.qopt.passes.symboldce.SymbolDcePass;
import org.qopt.passes.viewopgraph.ViewOpGraphPass;

/** Brings the passes that belong to no target. */
public final class StandardPasses implements PassProvider {
  @Override
  public List<Pass> passes() {
    return List.of(
        ApplyRewritesPass.DEFAULT,
        CanonicalizePass.DEFAULT,
        new CsePass(),
        FixedPointPass.DEFAULT,
        InlinePass.DEFAULT,
        new NameValuesPass(),
        new PrintOpStatsPass(false),
        new RemoveDeadValuesPass(),
        new ShapeInferencePass(false),
        new StripDebugInfoPass(),
        new SymbolDcePass(),
        ViewOpGraphPass.DEFAULT);
  }
}
