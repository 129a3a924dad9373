package org.qopt.passes.canonicalize.shape;

import java.util.List;
import org.qopt.dialect.nn.ConstantOp;
import org.qopt.dialect.nn.SoftmaxOp;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * The share of a number in itself is 1, whatever finite number that is.
 *
 * {@snippet lang=qir :
 * %y = nn.softmax %x {axis = 1 : i64} : tensor<4x1xf32>
 * // becomes
 * %y = nn.constant {value = dense<1.0> : tensor<4x1xf32>} : tensor<4x1xf32>
 * }
 */
public record SoftmaxOverOne() implements RewritePattern {
  private static final Tensor ONE = Tensor.of(Shape.of(), 1f);

  @Override
  public List<OpDef> roots() {
    return List.of(SoftmaxOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    SoftmaxOp softmax = new SoftmaxOp(root);
    if (!(root.result().type() instanceof TensorType type)
        || !type.shape().isStatic()
        || type.elementType() != FloatType.F32) {
      return PatternResult.noMatch("the shape is not known");
    }
    int axis = softmax.axis() < 0 ? softmax.axis() + type.rank() : softmax.axis();
    if (type.shape().dim(axis) != 1) {
      return PatternResult.noMatch("the axis has several indices, or none");
    }
    rewriter.replace(
        root,
        ConstantOp.create(rewriter.builder(), root.location(), Tensor.splat(type.shape(), ONE))
            .operation());
    return PatternResult.REWRITTEN;
  }
}
