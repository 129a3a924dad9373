package org.qopt.target.cpu.canonicalize;

import org.qopt.ir.Operation;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInfo;
import org.qopt.passes.greedy.GreedyPassRun;
import org.qopt.rewrite.GreedyRewriter;
import org.qopt.rewrite.PatternSet;
import org.qopt.target.canonicalize.MergeSame;
import org.qopt.target.canonicalize.MergeTransposes;
import org.qopt.target.cpu.dialect.RelabelOp;
import org.qopt.target.cpu.dialect.ReshapeOp;
import org.qopt.target.cpu.dialect.TransposeOp;

/** Removes and merges operations of the dialect {@code cpu}; no result changes a bit. */
public record CanonicalizeCpuPass() implements Pass {
  private static final String NAME = "canonicalize-cpu";

  @Override
  public PassInfo info() {
    return PassInfo.of(NAME, "removes and merges operations on int8 without changing a bit")
        .titled("CanonicalizeCPU")
        .describedAs(
            """
            Cuts, reshapes, transposes and changes of label in a row become one, and those that \
            change nothing go, as do pairs of casts between the same parameters. Padding by the zero \
            point moves into the convolution behind it.

            before:
              %a = cpu.clamp %x {bounds = array<i8: -3, 127>} : tensor<4x!quant.uniform<i8:f32, 0.5:-3>>
              %y = cpu.clamp %a {bounds = array<i8: -128, 9>} : tensor<4x!quant.uniform<i8:f32, 0.5:-3>>
            after:
              %y = cpu.clamp %x {bounds = array<i8: -3, 9>} : tensor<4x!quant.uniform<i8:f32, 0.5:-3>>""");
  }

  /** {@return the patterns, each of which keeps every bit} */
  public static PatternSet patterns() {
    return PatternSet.of(
        new MergeClamps(),
        new MergeSame(ReshapeOp.DEF),
        new MergeSame(RelabelOp.DEF),
        new MergeTransposes(TransposeOp.DEF),
        WrittenPatterns.REMOVE_CAST_PAIR,
        new FoldPad());
  }

  @Override
  public void run(Operation operation, PassContext context) {
    new GreedyPassRun(NAME, GreedyRewriter.of(patterns()), false).run(operation, context);
  }
}
