package org.qopt.passes.canonicalize.shape;

import java.util.List;
import org.qopt.dialect.nn.ConstantOp;
import org.qopt.dialect.nn.ShapeOp;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * The shape of a tensor of known dimensions is a constant.
 *
 * {@snippet lang=qir :
 * %y = nn.shape %x : tensor<2xi64>   // %x : tensor<4x5xf32>
 * // becomes
 * %y = nn.constant {value = dense<[4, 5]> : tensor<2xi64>} : tensor<2xi64>
 * }
 */
public record FoldShape() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(ShapeOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    if (!(root.operand(0).type() instanceof TensorType type) || !type.shape().isStatic()) {
      return PatternResult.noMatch("a dimension is not known");
    }
    Tensor dims = Tensor.of(Shape.of(type.rank()), type.shape().dims().toArray());
    ConstantOp constant = ConstantOp.create(rewriter.builder(), root.location(), dims);
    rewriter.replace(root, constant.operation());
    return PatternResult.REWRITTEN;
  }
}
