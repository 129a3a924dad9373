package org.qopt.passes.canonicalize.fuse;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.qopt.dialect.nn.DivOp;
import org.qopt.dialect.nn.MulOp;
import org.qopt.dialect.nn.attr.Activation;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;
import org.qopt.passes.match.Constants;
import org.qopt.passes.match.Linear;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * A constant that each output channel is multiplied by, or divided by, belongs to the weights.
 *
 * {@snippet lang=qir :
 * %a = nn.conv2d %x, %w, %b : tensor<1x4x4x8xf32>
 * %y = nn.mul %a, %c : tensor<1x4x4x8xf32>   // %c a constant : tensor<8xf32>
 * // becomes
 * %y = nn.conv2d %x, %w2, %b2 : tensor<1x4x4x8xf32>
 * }
 */
public record FoldMulIntoFilter() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(MulOp.DEF, DivOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    Optional<Linear> linear = Linear.defining(root.operand(0));
    Optional<String> obstacle = LinearRewrite.obstacle(linear);
    if (obstacle.isPresent()) {
      return PatternResult.noMatch(obstacle.get());
    }
    if (linear.get().constantFilter().isEmpty()) {
      return PatternResult.noMatch("the filter is no constant");
    }
    Value constant = root.operand(1);
    Optional<float[]> found =
        linear
            .get()
            .rank()
            .flatMap(
                rank ->
                    linear
                        .get()
                        .channels()
                        .flatMap(channels -> Constants.perChannel(constant, channels, rank)));
    if (found.isEmpty()) {
      return PatternResult.noMatch("the factor is not one constant for each channel");
    }
    float[] values = found.get();
    double[] factor =
        IntStream.range(0, values.length)
            .mapToDouble(i -> root.is(DivOp.DEF) ? 1.0 / values[i] : values[i])
            .toArray();
    for (double f : factor) {
      if (!Double.isFinite(f)) {
        return PatternResult.noMatch("a channel is divided by zero");
      }
    }
    return LinearRewrite.scale(
        root,
        linear.get(),
        factor,
        new double[factor.length],
        constant.location(),
        Activation.of(root),
        rewriter);
  }
}
