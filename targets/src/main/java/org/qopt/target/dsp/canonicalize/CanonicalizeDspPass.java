package org.qopt.target.dsp.canonicalize;

import org.qopt.ir.Operation;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInfo;
import org.qopt.passes.greedy.GreedyPassRun;
import org.qopt.rewrite.GreedyRewriter;
import org.qopt.rewrite.PatternSet;
import org.qopt.target.canonicalize.MergeSame;
import org.qopt.target.canonicalize.MergeTransposes;
import org.qopt.target.dsp.dialect.ReshapeOp;
import org.qopt.target.dsp.dialect.TransposeOp;

/** Removes and merges operations of the dialect {@code dsp}; no result changes a bit. */
public record CanonicalizeDspPass() implements Pass {
  private static final String NAME = "canonicalize-dsp";

  @Override
  public PassInfo info() {
    return PassInfo.of(NAME, "removes and merges operations on mantissas without changing a bit")
        .titled("CanonicalizeDSP")
        .describedAs(
            """
            Where exponents are static, reshapes and transposes in a row are one, those that leave all \
            in place go, and padding by 0 moves into the convolution behind it. Where they are dynamic \
            nothing changes: each move packs its numbers anew.

            before:
              %a = dsp.transpose %x {permutation = array<i64: 1, 0>}
                  : tensor<3x2x!bfp.block<i16, tensor, -10, half_up, symmetric, floor>>
              %y = dsp.transpose %a {permutation = array<i64: 1, 0>}
                  : tensor<2x3x!bfp.block<i16, tensor, -10, half_up, symmetric, floor>>
            after:
              %x itself""");
  }

  /** {@return the patterns, each of which keeps every bit} */
  public static PatternSet patterns() {
    return PatternSet.of(
        new FoldPad(),
        new StaticMove(new MergeSame(ReshapeOp.DEF)),
        new StaticMove(new MergeTransposes(TransposeOp.DEF)));
  }

  @Override
  public void run(Operation operation, PassContext context) {
    new GreedyPassRun(NAME, GreedyRewriter.of(patterns()), false).run(operation, context);
  }
}
