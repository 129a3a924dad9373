package org.qopt.passes.canonicalize.shape;

import java.util.List;
import java.util.stream.LongStream;
import org.qopt.dialect.nn.SoftmaxOp;
import org.qopt.dialect.nn.TransposeOp;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.location.ValueNames;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.TensorType;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * Softmax has one form, over the last axis: that is the one that hardware has, and the moves often
 * cancel those with which a model came to its layout.
 *
 * {@snippet lang=qir :
 * %y = nn.softmax %x {axis = 1 : i64} : tensor<1x3x4x5xf32>
 * // becomes
 * %a = nn.transpose %x {permutation = array<i64: 0, 2, 3, 1>} : tensor<1x4x5x3xf32>
 * %b = nn.softmax %a : tensor<1x4x5x3xf32>
 * %y = nn.transpose %b {permutation = array<i64: 0, 3, 1, 2>} : tensor<1x3x4x5xf32>
 * }
 */
public record SoftmaxOverLastAxis() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(SoftmaxOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    SoftmaxOp softmax = new SoftmaxOp(root);
    if (!(softmax.x().type() instanceof TensorType type)) {
      return PatternResult.noMatch("the rank is not known");
    }
    int last = type.rank() - 1;
    if (softmax.axis() == -1 || softmax.axis() == last) {
      return PatternResult.noMatch("the axis is the last one");
    }
    int axis = softmax.axis() < 0 ? softmax.axis() + type.rank() : softmax.axis();
    OpBuilder builder = rewriter.builder();
    Value moved =
        TransposeOp.create(
                builder,
                ValueNames.part(root.location(), "input"),
                softmax.x(),
                toTheEnd(axis, last))
            .operation()
            .result();
    Value probabilities =
        SoftmaxOp.create(
                builder, ValueNames.part(root.location(), "moved"), moved, -1, softmax.beta())
            .operation()
            .result();
    rewriter.replace(
        root,
        TransposeOp.create(builder, root.location(), probabilities, fromTheEnd(axis, last))
            .operation());
    return PatternResult.REWRITTEN;
  }

  private static long[] toTheEnd(int axis, int last) {
    return LongStream.rangeClosed(0, last)
        .map(i -> i == last ? axis : i < axis ? i : i + 1)
        .toArray();
  }

  private static long[] fromTheEnd(int axis, int last) {
    return LongStream.rangeClosed(0, last)
        .map(i -> i == axis ? last : i < axis ? i : i - 1)
        .toArray();
  }
}
