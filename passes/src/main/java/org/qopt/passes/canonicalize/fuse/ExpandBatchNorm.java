package org.qopt.passes.canonicalize.fuse;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.qopt.dialect.nn.AddOp;
import org.qopt.dialect.nn.BatchNormOp;
import org.qopt.dialect.nn.ConstantOp;
import org.qopt.dialect.nn.MulOp;
import org.qopt.dialect.nn.attr.Activation;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.location.Location;
import org.qopt.ir.location.ValueNames;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * A batch normalization with constant statistics that cannot be folded is a product and a sum.
 *
 * {@snippet lang=qir :
 * %y = nn.batch_norm %x, %s, %o, %m, %v {epsilon = 0.001 : f32} : tensor<1x4x4x8xf32>
 * // becomes
 * %a = nn.mul %x, %factor : tensor<1x4x4x8xf32>
 * %y = nn.add %a, %summand : tensor<1x4x4x8xf32>
 * }
 */
public record ExpandBatchNorm() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(BatchNormOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    BatchNormOp norm = new BatchNormOp(root);
    Optional<ChannelNorm> constants = ChannelNorm.of(norm);
    if (constants.isEmpty()) {
      return PatternResult.noMatch("a statistic is no constant");
    }
    if (!(norm.input().type() instanceof TensorType type)) {
      return PatternResult.noMatch("the rank is not known");
    }
    int axis = norm.axis() < 0 ? norm.axis() + type.rank() : norm.axis();
    Value factor =
        constant(constants.get().factor(), type.rank() - axis, norm.scale().location(), rewriter);
    Value summand =
        constant(constants.get().summand(), type.rank() - axis, norm.offset().location(), rewriter);
    MulOp product =
        MulOp.create(
            rewriter.builder(),
            ValueNames.part(root.location(), "scaled"),
            norm.input(),
            factor,
            Activation.NONE);
    AddOp sum =
        AddOp.create(
            rewriter.builder(),
            root.location(),
            product.operation().result(),
            summand,
            Activation.NONE);
    rewriter.replace(root, sum.operation());
    return PatternResult.REWRITTEN;
  }

  // A vector along the axis, followed by as many dimensions of 1 as there are axes after it.
  private static Value constant(double[] values, int rank, Location location, Rewriter rewriter) {
    long[] dims = new long[rank];
    Arrays.fill(dims, 1);
    dims[0] = values.length;
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return ConstantOp.create(rewriter.builder(), location, Tensor.of(Shape.of(dims), floats))
        .operation()
        .result();
  }
}
