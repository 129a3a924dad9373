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
 * {@code quant.dcast}: turns quantized numbers into the real ones that they stand for.
 *
 * @param operation the operation
 */
public record DequantizeCastOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("quant.dcast")
          .summary("turns quantized numbers into the real ones that they stand for")
          .description(
              """
              `(x - zero_point) * scale`, rounded to f32 once. Per axis, each index along the axis has \
              its own scale and zero point.""")
          .example(
              """
              func.func @f(%q: tensor<4x!quant.uniform<i8:f32, 0.5:-3>>) -> tensor<4xf32> {
                %x = quant.dcast %q : tensor<4xf32>
                return %x : tensor<4xf32>
              }""")
          .operand("input", CastRules.QUANTIZED)
          .result("result", CastRules.FLOAT)
          .traits(Traits.PURE, Traits.SAME_SHAPE)
          .clause(
              "the float type is the expressed type",
              op -> CastRules.expressed(op.operand(0).type(), op.result().type()))
          .clause(
              "per-axis parameters fit the tensor", op -> CastRules.perAxis(op.operand(0).type()))
          .kernel(DequantizeKernel::prepare)
          .build();

  /** {@return a new operation whose result has type {@code result}, inserted} */
  public static DequantizeCastOp create(
      OpBuilder builder, Location location, Value input, Type result) {
    return new DequantizeCastOp(
        builder.create(DEF, location, List.of(input), DictionaryAttr.EMPTY, List.of(result)));
  }

  /** {@return the quantized numbers} */
  public Value input() {
    return operation.operand(0);
  }
}
