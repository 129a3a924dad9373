package org.qopt.dialect.nn;

import java.util.Optional;
import org.qopt.dialect.nn.attr.Activation;
import org.qopt.dialect.nn.kernel.MatmulKernels;
import org.qopt.dialect.nn.shape.MatmulShapes;
import org.qopt.dialect.nn.shape.ShapeCheck;
import org.qopt.dialect.nn.shape.ShapeRule;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.AttributeSet;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;

/**
 * {@code nn.fully_connected}: multiplies by a matrix and adds a bias.
 *
 * @param operation the operation
 */
public record FullyConnectedOp(Operation operation) implements FilterOp {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("nn.fully_connected")
          .summary("multiplies by a matrix and adds a bias")
          .description(
              """
              `result[..., o] = activation(bias[o] + sum over i of input[..., i] * filter[o, i])`""")
          .example(
              """
              func.func @f(%x: tensor<?x4xf32>, %w: tensor<8x4xf32>, %b: tensor<8xf32>)
                  -> tensor<?x8xf32> {
                %y = nn.fully_connected %x, %w, %b : tensor<?x8xf32>
                return %y : tensor<?x8xf32>
              }""")
          .operand("input", NnTypes.FLOAT_TENSOR)
          .operand("filter", NnTypes.FLOAT_MATRIX)
          .optionalOperand("bias", NnTypes.FLOAT_VECTOR)
          .attribute(Activation.NAME, Activation.CONSTRAINT, Activation.DEFAULT)
          .result("result", NnTypes.FLOAT_TENSOR)
          .traits(Traits.PURE, Traits.SAME_ELEMENT_TYPE)
          .clause(
              "the input's last dimension is the filter's last",
              ShapeCheck.clause(MatmulShapes::depth))
          .clause("the bias has an element for each output", ShapeCheck.clause(MatmulShapes::bias))
          .infer(ShapeRule.inference(MatmulShapes::fullyConnected))
          .kernel(MatmulKernels::fullyConnected)
          .build();

  /** {@return a new operation, inserted} */
  public static FullyConnectedOp create(
      OpBuilder builder,
      Location location,
      Value input,
      Value filter,
      Optional<? extends Value> bias,
      Activation activation) {
    return new FullyConnectedOp(
        builder.create(
            DEF,
            location,
            FilterOp.operands(input, filter, bias),
            AttributeSet.of(DEF).set(Activation.NAME, activation.attribute()).build()));
  }
}
