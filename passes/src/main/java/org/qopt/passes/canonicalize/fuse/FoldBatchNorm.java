package org.qopt.passes.canonicalize.fuse;

import java.util.List;
import java.util.Optional;
import org.qopt.dialect.nn.BatchNormOp;
import org.qopt.dialect.nn.attr.Activation;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.passes.match.Linear;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * A batch normalization with constant statistics belongs to the weights of the operation before it.
 *
 * {@snippet lang=qir :
 * %a = nn.conv2d %x, %w : tensor<1x4x4x8xf32>
 * %y = nn.batch_norm %a, %s, %o, %m, %v {epsilon = 0.001 : f32} : tensor<1x4x4x8xf32>
 * // becomes
 * %y = nn.conv2d %x, %w2, %b2 : tensor<1x4x4x8xf32>
 * }
 *
 * <p>With {@code f = s / sqrt(v + epsilon)} the filter becomes {@code w * f}, the bias {@code (b -
 * m) * f + o}.
 */
public record FoldBatchNorm() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(BatchNormOp.DEF);
  }

  @Override
  public int benefit() {
    return 2;
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    BatchNormOp norm = new BatchNormOp(root);
    Optional<Linear> linear = Linear.defining(norm.input());
    Optional<String> obstacle = LinearRewrite.obstacle(linear);
    if (obstacle.isPresent()) {
      return PatternResult.noMatch(obstacle.get());
    }
    if (linear.get().constantFilter().isEmpty()) {
      return PatternResult.noMatch("the filter is no constant");
    }
    Optional<Integer> rank = linear.get().rank();
    if (rank.isEmpty() || (norm.axis() != -1 && norm.axis() != rank.get() - 1)) {
      return PatternResult.noMatch("the axis is not that of the output channels");
    }
    Optional<ChannelNorm> constants = ChannelNorm.of(norm);
    if (constants.isEmpty()) {
      return PatternResult.noMatch("a statistic is no constant");
    }
    return LinearRewrite.scale(
        root,
        linear.get(),
        constants.get().factor(),
        constants.get().summand(),
        norm.offset().location(),
        Activation.NONE,
        rewriter);
  }
}
