package org.qopt.passes.canonicalize.fuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.qopt.dialect.nn.ConstantOp;
import org.qopt.dialect.nn.MulOp;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.tensor.Tensor;
import org.qopt.passes.match.Constants;
import org.qopt.passes.match.Linear;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * One number that the input of a filter is multiplied by belongs to the filter.
 *
 * {@snippet lang=qir :
 * %a = nn.mul %x, %c : tensor<1x4x4x8xf32>   // %c a constant : tensor<1xf32>
 * %y = nn.conv2d %a, %w, %b : tensor<1x4x4x8xf32>
 * // becomes
 * %y = nn.conv2d %x, %w2, %b : tensor<1x4x4x8xf32>
 * }
 *
 * <p>A number for each channel stays: in the filter it would coarsen the scales that all input
 * channels share.
 */
public record FoldMulIntoNextFilter() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return Linear.DEFS;
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    Linear linear = new Linear(root);
    Optional<Operation> product = NextLinear.producer(root, List.of(MulOp.DEF));
    if (product.isEmpty()) {
      return PatternResult.noMatch("the input is no product that it alone takes");
    }
    OptionalDouble factor = Constants.uniform(product.get().operand(1));
    if (factor.isEmpty()) {
      return PatternResult.noMatch("the factor is not one constant");
    }
    Optional<Tensor> filter = linear.constantFilter();
    if (filter.isEmpty()) {
      return PatternResult.noMatch("the filter is no constant");
    }
    float[] values = filter.get().floats().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (values[i] * factor.getAsDouble());
    }
    Value scaled =
        ConstantOp.create(
                rewriter.builder(),
                linear.filter().location(),
                Tensor.of(filter.get().shape(), values))
            .operation()
            .result();
    List<Value> operands = new ArrayList<>(List.of(product.get().operand(0), scaled));
    linear.bias().ifPresent(operands::add);
    rewriter.modify(root, () -> root.setOperands(operands));
    return PatternResult.REWRITTEN;
  }
}
