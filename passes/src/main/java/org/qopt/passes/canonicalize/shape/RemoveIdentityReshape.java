package org.qopt.passes.canonicalize.shape;

import java.util.List;
import org.qopt.dialect.nn.ReshapeOp;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.TensorType;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * A reshape to the shape that the operand has does nothing. One dimension may be unknown: the
 * others determine it.
 *
 * {@snippet lang=qir :
 * %y = nn.reshape %x {shape = array<i64: -1, 8>} : tensor<?x8xf32>   // %x : tensor<?x8xf32>
 * // becomes
 * %x
 * }
 */
public record RemoveIdentityReshape() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(ReshapeOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    ReshapeOp reshape = new ReshapeOp(root);
    boolean determined =
        reshape.x().type() instanceof TensorType type
            && Shapes.writeRest(type.shape().dims().toArray());
    return determined
        ? Replacements.byEqual(root, reshape.x(), rewriter)
        : PatternResult.noMatch("several dimensions are not known");
  }
}
