package org.qopt.passes.canonicalize.shape;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.qopt.dialect.nn.DynamicReshapeOp;
import org.qopt.dialect.nn.ReshapeOp;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.passes.match.KnownElements;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * A shape of which all elements but one are known need not be computed: the one is the rest.
 *
 * {@snippet lang=qir :
 * %s = nn.constant {value = dense<[0, 32]> : tensor<2xi64>} : tensor<2xi64>
 * %y = nn.dynamic_reshape %x, %s : tensor<?x32xf32>   // %x : tensor<?x4x8xf32>
 * // becomes
 * %y = nn.reshape %x {shape = array<i64: -1, 32>} : tensor<?x32xf32>
 * }
 */
public record DynamicReshapeToReshape() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(DynamicReshapeOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    DynamicReshapeOp reshape = new DynamicReshapeOp(root);
    Optional<List<OptionalLong>> elements = KnownElements.of(reshape.shape());
    if (elements.isEmpty() || !(reshape.x().type() instanceof TensorType type)) {
      return PatternResult.noMatch("nothing is known of the shape");
    }
    long[] shape = new long[elements.get().size()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = dimension(elements.get().get(i), i, type.shape());
    }
    if (!Shapes.writeRest(shape)) {
      return PatternResult.noMatch("several elements of the shape are not known");
    }
    ReshapeOp replacement =
        ReshapeOp.create(rewriter.builder(), root.location(), reshape.x(), shape);
    rewriter.replace(root, replacement.operation());
    return PatternResult.REWRITTEN;
  }

  // ONNX's rules: 0 copies the dimension at the same place, -1 is the rest.
  private static long dimension(OptionalLong element, int index, Shape x) {
    if (element.isEmpty() || element.getAsLong() == -1) {
      return Shape.DYNAMIC;
    }
    return element.getAsLong() == 0 && index < x.rank() ? x.dim(index) : element.getAsLong();
  }
}
