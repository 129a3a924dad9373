package org.qopt.target.dsp.dialect;

import java.util.Optional;
import org.qopt.dialect.bfp.BlockType;
import org.qopt.dialect.nn.attr.NnAttributes;
import org.qopt.dialect.nn.shape.MovementShapes;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.type.Type;
import org.qopt.target.dialect.ShapeClause;
import org.qopt.target.dialect.TargetClauses;
import org.qopt.target.dsp.numerics.Pad;

/** {@code dsp.pad}: surrounds a tensor by a number. */
public final class PadOp {
  /** The name of the number's mantissa. */
  public static final String VALUE = "value";

  /** The name of its exponent. */
  public static final String VALUE_EXPONENT = "value_exponent";

  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("dsp.pad")
          .summary("surrounds a tensor by a number")
          .description(
              """
              'padding' holds for each axis how many elements come before and after; they are \
              `value * 2^value_exponent`. Where exponents are dynamic, the result is packed in its \
              new blocks.""")
          .example(
              """
              func.func @f(%x: tensor<2x3x!bfp.block<i16, tensor, -10, half_even, symmetric, floor>>)
                  -> tensor<2x4x!bfp.block<i16, tensor, -10, half_even, symmetric, floor>> {
                %y = dsp.pad %x {padding = array<i64: 0, 0, 0, 1>, value = 0 : i32, value_exponent = -10 : i32}
                    : tensor<2x4x!bfp.block<i16, tensor, -10, half_even, symmetric, floor>>
                return %y : tensor<2x4x!bfp.block<i16, tensor, -10, half_even, symmetric, floor>>
              }""")
          .operand("x", DspTypes.VALUE)
          .attribute("padding", NnAttributes.SIZES)
          .attribute(VALUE, DspAttributes.I32)
          .attribute(VALUE_EXPONENT, DspAttributes.EXPONENT)
          .result("result", DspTypes.VALUE)
          .traits(Traits.PURE)
          .clause(ShapeClause.TEXT, ShapeClause.of(MovementShapes::pad))
          .clause(DspClauses.ONE_TYPE, TargetClauses::oneType)
          .clause(
              "where the exponent of the result is in its type, 'value' is a mantissa of that exponent",
              PadOp::value)
          .kernel(
              op ->
                  Computed.of(
                      op,
                      operands ->
                          Pad.of(
                              operands.getFirst(),
                              DspTypes.shape(op.operand(0).type()),
                              DspAttributes.integers(op, "padding"),
                              DspTypes.shape(op.result().type()),
                              DspAttributes.integer(op, VALUE),
                              DspAttributes.integer(op, VALUE_EXPONENT))))
          .build();

  private PadOp() {}

  private static Optional<String> value(Operation op) {
    Type result = op.result().type();
    if (!DspTypes.isStatic(result)) {
      return Optional.empty();
    }
    int expected = DspTypes.exponent(result, 0);
    int exponent = DspAttributes.integer(op, VALUE_EXPONENT);
    if (expected != exponent) {
      return Optional.of(
          "expected 'value_exponent' = %d, but got %d".formatted(expected, exponent));
    }
    BlockType type = DspTypes.block(result);
    int value = DspAttributes.integer(op, VALUE);
    return type.saturation().cut(value, type.bits()) == value
        ? Optional.empty()
        : Optional.of(
            "expected 'value' from %d to %d, but got %d".formatted(type.min(), type.max(), value));
  }
}
