package org.qopt.passes.canonicalize.fuse;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.qopt.dialect.nn.AddOp;
import org.qopt.dialect.nn.ConstantOp;
import org.qopt.dialect.nn.Conv2dTransposeOp;
import org.qopt.dialect.nn.FullyConnectedOp;
import org.qopt.dialect.nn.SubOp;
import org.qopt.dialect.nn.attr.Padding;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.passes.match.Constants;
import org.qopt.passes.match.Linear;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * One number that is added to the input of a filter, or subtracted, belongs to the bias, where
 * every window lies within the image.
 *
 * {@snippet lang=qir :
 * %a = nn.add %x, %c : tensor<1x4x4x8xf32>   // %c a constant : tensor<1xf32>
 * %y = nn.conv2d %a, %w, %b : tensor<1x4x4x8xf32>
 * // becomes
 * %y = nn.conv2d %x, %w, %b2 : tensor<1x4x4x8xf32>
 * }
 */
public record FoldAddIntoNextBias() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return Linear.DEFS;
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    Linear linear = new Linear(root);
    Optional<Operation> sum = NextLinear.producer(root, List.of(AddOp.DEF, SubOp.DEF));
    if (sum.isEmpty()) {
      return PatternResult.noMatch("the input is no sum that it alone takes");
    }
    if (!lieWithin(root)) {
      return PatternResult.noMatch("windows reach beyond the image");
    }
    OptionalDouble summand = Constants.uniform(sum.get().operand(1));
    if (summand.isEmpty()) {
      return PatternResult.noMatch("the summand is not one constant");
    }
    Optional<Tensor> filter = linear.constantFilter();
    Optional<float[]> bias = linear.constantBias();
    if (filter.isEmpty() || bias.isEmpty()) {
      return PatternResult.noMatch("the filter or the bias is no constant");
    }
    double added = sum.get().is(SubOp.DEF) ? -summand.getAsDouble() : summand.getAsDouble();
    Location location = linear.bias().map(Value::location).orElse(sum.get().operand(1).location());
    Value more =
        ConstantOp.create(
                rewriter.builder(),
                location,
                bias(filter.get().floats(), bias.get(), linear.channelAxis() == 0, added))
            .operation()
            .result();
    List<Value> operands = List.of(sum.get().operand(0), linear.filter(), more);
    rewriter.modify(root, () -> root.setOperands(operands));
    return PatternResult.REWRITTEN;
  }

  private static boolean lieWithin(Operation root) {
    return root.is(FullyConnectedOp.DEF)
        || !root.is(Conv2dTransposeOp.DEF) && Padding.of(root).equals(Padding.NONE);
  }

  private static Tensor bias(float[] filter, float[] bias, boolean outputsFirst, double added) {
    double[] sums = new double[bias.length];
    int perOutput = bias.length == 0 ? 1 : Math.max(1, filter.length / bias.length);
    for (int i = 0; i < filter.length; i++) {
      sums[outputsFirst ? i / perOutput : i % bias.length] += filter[i];
    }
    float[] result = new float[bias.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (float) (bias[i] + added * sums[i]);
    }
    return Tensor.of(Shape.of(result.length), result);
  }
}
