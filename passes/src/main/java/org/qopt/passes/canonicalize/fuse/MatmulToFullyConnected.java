package org.qopt.passes.canonicalize.fuse;

import java.util.List;
import java.util.Optional;
import org.qopt.dialect.nn.ConstantOp;
import org.qopt.dialect.nn.FullyConnectedOp;
import org.qopt.dialect.nn.MatmulOp;
import org.qopt.dialect.nn.attr.Activation;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.passes.match.Constants;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * A product with a constant matrix is a fully connected layer.
 *
 * {@snippet lang=qir :
 * %y = nn.matmul %x, %b : tensor<?x2xf32>   // %b a constant : tensor<200x2xf32>
 * // becomes
 * %y = nn.fully_connected %x, %w : tensor<?x2xf32>   // %w the transposed : tensor<2x200xf32>
 * }
 */
public record MatmulToFullyConnected() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(MatmulOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    MatmulOp matmul = new MatmulOp(root);
    Optional<Tensor> matrix =
        Constants.floats(matmul.b()).filter(tensor -> tensor.shape().rank() == 2);
    if (matrix.isEmpty()) {
      return PatternResult.noMatch("the right operand is no constant matrix");
    }
    Value filter =
        ConstantOp.create(rewriter.builder(), matmul.b().location(), transposed(matrix.get()))
            .operation()
            .result();
    FullyConnectedOp connected =
        FullyConnectedOp.create(
            rewriter.builder(),
            root.location(),
            matmul.a(),
            filter,
            Optional.empty(),
            Activation.NONE);
    rewriter.replace(root, connected.operation());
    return PatternResult.REWRITTEN;
  }

  private static Tensor transposed(Tensor matrix) {
    int rows = matrix.shape().size(0);
    int columns = matrix.shape().size(1);
    float[] from = matrix.floats();
    float[] to = new float[from.length];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        to[c * rows + r] = from[r * columns + c];
      }
    }
    return Tensor.of(Shape.of(columns, rows), to);
  }
}
