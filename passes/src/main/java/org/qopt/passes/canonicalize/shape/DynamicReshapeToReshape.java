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
import org.qopt.ir.type.Type;
import org.qopt.passes.match.KnownElements;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * A shape of which all elements but one are known need not be computed: the one is the rest. Some
 * are known from the type alone, where {@code shape-inference} found that dimensions cancel.
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
    if (!(reshape.x().type() instanceof TensorType type)) {
      return PatternResult.noMatch("the number of dimensions is not known");
    }
    Optional<List<OptionalLong>> elements = KnownElements.of(reshape.shape());
    Optional<Shape> result = shapeOf(root.result().type());
    if (elements.isEmpty() && result.isEmpty()) {
      return PatternResult.noMatch("nothing is known of the shape");
    }
    long[] shape = new long[elements.map(List::size).orElseGet(() -> result.get().rank())];
    for (int i = 0; i < shape.length; i++) {
      OptionalLong element = elements.isPresent() ? elements.get().get(i) : OptionalLong.empty();
      shape[i] = dimension(element, i, type.shape());
    }
    boolean one = Shapes.writeRest(shape) || (result.isPresent() && fill(shape, result.get()));
    if (!one) {
      return PatternResult.noMatch("several elements of the shape are not known");
    }
    ReshapeOp replacement =
        ReshapeOp.create(rewriter.builder(), root.location(), reshape.x(), shape);
    rewriter.replace(root, replacement.operation());
    return PatternResult.REWRITTEN;
  }

  // Returns whether at most one dimension is left for the rest.
  private static boolean fill(long[] shape, Shape result) {
    for (int i = 0; i < shape.length; i++) {
      shape[i] = shape[i] == -1 ? result.dim(i) : shape[i];
    }
    return Shapes.writeRest(shape);
  }

  private static Optional<Shape> shapeOf(Type type) {
    return type instanceof TensorType tensor ? Optional.of(tensor.shape()) : Optional.empty();
  }

  // ONNX's rules: 0 copies the dimension at the same place, -1 is the rest.
  private static long dimension(OptionalLong element, int index, Shape x) {
    if (element.isEmpty() || element.getAsLong() == -1) {
      return Shape.DYNAMIC;
    }
    return element.getAsLong() == 0 && index < x.rank() ? x.dim(index) : element.getAsLong();
  }
}
