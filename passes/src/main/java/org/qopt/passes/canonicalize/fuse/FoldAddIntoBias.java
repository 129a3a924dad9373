package org.qopt.passes.canonicalize.fuse;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.qopt.dialect.nn.AddOp;
import org.qopt.dialect.nn.SubOp;
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
 * A constant that is added to each output channel, or subtracted, belongs to the bias.
 *
 * {@snippet lang=qir :
 * %a = nn.conv2d %x, %w : tensor<1x4x4x8xf32>
 * %y = nn.add %a, %c : tensor<1x4x4x8xf32>   // %c a constant : tensor<1x1x1x8xf32>
 * // becomes
 * %y = nn.conv2d %x, %w, %b : tensor<1x4x4x8xf32>   // %b a constant : tensor<8xf32>
 * }
 */
public record FoldAddIntoBias() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(AddOp.DEF, SubOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    Optional<Linear> linear = Linear.defining(root.operand(0));
    Optional<String> obstacle = LinearRewrite.obstacle(linear);
    if (obstacle.isPresent()) {
      return PatternResult.noMatch(obstacle.get());
    }
    Value constant = root.operand(1);
    Optional<float[]> summand =
        linear
            .get()
            .rank()
            .flatMap(
                rank ->
                    linear
                        .get()
                        .channels()
                        .flatMap(channels -> Constants.perChannel(constant, channels, rank)));
    if (summand.isEmpty()) {
      return PatternResult.noMatch("what is added is not one constant for each channel");
    }
    double sign = root.is(SubOp.DEF) ? -1 : 1;
    float[] values = summand.get();
    double[] signed =
        IntStream.range(0, values.length).mapToDouble(i -> sign * values[i]).toArray();
    return LinearRewrite.add(
        root, linear.get(), signed, constant.location(), Activation.of(root), rewriter);
  }
}
