package org.qopt.dialect.quant;

import java.util.List;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.type.Type;

/**
 * {@code quant.qcast}: rounds real numbers to quantized ones.
 *
 * @param operation the operation
 */
public record QuantizeCastOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("quant.qcast")
          .summary("rounds real numbers to quantized ones")
          .description(
              """
              `clamp(round(x / scale) + zero_point, storage_min, storage_max)`: the quotient of two f32 \
              in f32, halves rounded away from zero, as TensorFlow Lite's QUANTIZE does. As there, \
              a quotient that is NaN or not between -2^31 and 2^31 gives storage_min. Per axis, \
              each index along the axis has its own scale and zero point.""")
          .example(
              """
              func.func @f(%x: tensor<4xf32>) -> tensor<4x!quant.uniform<i8:f32, 0.5:-3>> {
                %q = quant.qcast %x : tensor<4x!quant.uniform<i8:f32, 0.5:-3>>
                return %q : tensor<4x!quant.uniform<i8:f32, 0.5:-3>>
              }""")
          .operand("input", CastRules.FLOAT)
          .result("result", CastRules.QUANTIZED)
          .traits(Traits.PURE, Traits.SAME_SHAPE)
          .clause(
              "the float type is the expressed type",
              op -> CastRules.expressed(op.result().type(), op.operand(0).type()))
          .clause("per-axis parameters fit the tensor", op -> CastRules.perAxis(op.result().type()))
          .kernel(QuantizeKernel::prepare)
          .build();

  /** {@return a new operation whose result has type {@code result}, inserted} */
  public static QuantizeCastOp create(
      OpBuilder builder, Location location, Value input, Type result) {
    return new QuantizeCastOp(
        builder.create(DEF, location, List.of(input), DictionaryAttr.EMPTY, List.of(result)));
  }

  /** {@return the real numbers} */
  public Value input() {
    return operation.operand(0);
  }
}
