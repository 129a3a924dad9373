package org.qopt.target.tpu.canonicalize;

import org.qopt.ir.Operation;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInfo;
import org.qopt.passes.greedy.GreedyPassRun;
import org.qopt.rewrite.GreedyRewriter;
import org.qopt.rewrite.PatternSet;
import org.qopt.target.canonicalize.MergeSame;
import org.qopt.target.canonicalize.MergeTransposes;
import org.qopt.target.tpu.dialect.ReshapeOp;
import org.qopt.target.tpu.dialect.TransposeOp;

/** Removes and merges operations of the dialect {@code tpu}; no result changes a bit. */
public record CanonicalizeTpuPass() implements Pass {
  private static final String NAME = "canonicalize-tpu";

  @Override
  public PassInfo info() {
    return PassInfo.of(NAME, "removes and merges operations on integers without changing a bit")
        .titled("CanonicalizeTPU")
        .describedAs(
            """
            Changes of scale that change nothing go, and two in a row become one where all 256 bytes \
            come out the same. Bounds move into the operation whose result they cut, padding by the \
            zero point into the filter or pool behind it. Reshapes, transposes and nearest pixels in a row are one; \
            moves that leave all in place go.

            before:
              %a = tpu.add %x, %y {...}
              %b = tpu.clamp %a {activation = "relu", clamp = array<i8: 4, 127>, ...}
            after:
              %b = tpu.add %x, %y {activation = "relu", clamp = array<i8: 4, 127>, ...}""");
  }

  /** {@return the patterns, each of which keeps every bit} */
  public static PatternSet patterns() {
    return PatternSet.of(
        new RemoveMove(),
        new MergeRescales(),
        new FoldClamp(),
        new FoldPad(),
        WrittenPatterns.MERGE_RESIZES,
        new MergeSame(ReshapeOp.DEF),
        new MergeTransposes(TransposeOp.DEF));
  }

  @Override
  public void run(Operation operation, PassContext context) {
    new GreedyPassRun(NAME, GreedyRewriter.of(patterns()), false).run(operation, context);
  }
}
