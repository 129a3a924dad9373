package org.qopt.passes.canonicalize.shape;

import java.util.Arrays;
import java.util.List;
import org.qopt.dialect.nn.SliceOp;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.TensorType;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * A slice that takes everything, forwards, does nothing.
 *
 * {@snippet lang=qir :
 * %y = nn.slice %x {starts = array<i64: 0>, ends = array<i64: 99>, axes = array<i64: 1>}
 *     : tensor<2x3xf32>   // %x : tensor<2x3xf32>
 * // becomes
 * %x
 * }
 */
public record RemoveFullSlice() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(SliceOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    SliceOp slice = new SliceOp(root);
    if (slice.steps().filter(steps -> Arrays.stream(steps).anyMatch(s -> s < 0)).isPresent()) {
      return PatternResult.noMatch("it goes backwards");
    }
    boolean isStatic = slice.x().type() instanceof TensorType type && type.shape().isStatic();
    return isStatic
        ? Replacements.byEqual(root, slice.x(), rewriter)
        : PatternResult.noMatch("how much there is to take is not known");
  }
}
