package org.qopt.passes.canonicalize.shape;

import java.util.Arrays;
import java.util.List;
import org.qopt.dialect.nn.ReshapeOp;
import org.qopt.dialect.nn.TransposeOp;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.TensorType;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * A transpose that moves only axes of size 1 leaves the elements where they are in memory.
 *
 * {@snippet lang=qir :
 * %y = nn.transpose %x {permutation = array<i64: 0, 3, 1, 2>} : tensor<1x1x1x8xf32>
 * // becomes
 * %y = nn.reshape %x {shape = array<i64: 1, 8, 1, 1>} : tensor<1x8x1x1xf32>
 * }
 */
public record TransposeToReshape() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(TransposeOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    TransposeOp transpose = new TransposeOp(root);
    if (!(transpose.x().type() instanceof TensorType type)) {
      return PatternResult.noMatch("the rank is not known");
    }
    int[] permutation = transpose.permutation();
    int last = -1;
    boolean moves = false;
    for (int i = 0; i < permutation.length; i++) {
      moves |= permutation[i] != i;
      if (type.shape().dim(permutation[i]) != 1) {
        if (permutation[i] < last) {
          return PatternResult.noMatch("it moves an axis whose size is not 1");
        }
        last = permutation[i];
      }
    }
    long[] shape = Arrays.stream(permutation).mapToLong(axis -> type.shape().dim(axis)).toArray();
    if (!moves || !Shapes.writeRest(shape)) {
      return PatternResult.noMatch(
          moves ? "several dimensions are not known" : "the permutation moves no axis");
    }
    ReshapeOp reshape = ReshapeOp.create(rewriter.builder(), root.location(), transpose.x(), shape);
    rewriter.replace(root, reshape.operation());
    return PatternResult.REWRITTEN;
  }
}
