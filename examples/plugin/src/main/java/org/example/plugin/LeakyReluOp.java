package org.example.plugin;

import java.util.List;
import java.util.Optional;
import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.FloatAttr;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.op.Attributes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.op.TypeConstraint;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.TensorType;

/**
 * {@code example.leaky_relu}: an operation that the dialect nn lacks.
 *
 * @param operation the operation
 */
public record LeakyReluOp(Operation operation) implements OpView {
  private static final TypeConstraint FLOATS =
      new TypeConstraint(
          "tensor of f32",
          type -> type instanceof TensorType t && t.elementType().equals(FloatType.F32));

  /** The definition: reading, printing, verification, documents and evaluation follow from it. */
  public static final OpDef DEF =
      OpDef.named("example.leaky_relu")
          .summary("rectifies, and lets a little through")
          .description("`x` where it is positive, `slope x` elsewhere.")
          .example(
              """
              func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
                %y = example.leaky_relu %x {slope = 0.1 : f32} : tensor<4xf32>
                return %y : tensor<4xf32>
              }""")
          .operand("x", FLOATS)
          .attribute("slope", Attributes.F32)
          .result("result", FLOATS)
          .traits(Traits.PURE, Traits.SAME_ELEMENT_TYPE, Traits.SAME_SHAPE)
          .clause("'slope' is from 0 to 1", op -> slopeFault(new LeakyReluOp(op).slope()))
          .infer(input -> List.of(input.operandTypes().getFirst()))
          .kernel(LeakyReluOp::kernel)
          .build();

  /** {@return what is rectified} */
  public Value x() {
    return operation.operand(0);
  }

  /** {@return what a negative number is multiplied by} */
  public float slope() {
    return (float) operation.required("slope", FloatAttr.class).value();
  }

  private static Optional<String> slopeFault(float slope) {
    return slope >= 0 && slope <= 1
        ? Optional.empty()
        : Optional.of("expected a slope from 0 to 1, but got " + slope);
  }

  private static Kernel kernel(Operation operation) {
    float slope = new LeakyReluOp(operation).slope();
    return operands -> {
      Tensor x = operands.getFirst();
      float[] result = x.floats().clone();
      for (int i = 0; i < result.length; i++) {
        result[i] *= result[i] < 0 ? slope : 1;
      }
      return List.of(Tensor.of(x.shape(), result));
    };
  }
}
