package org.qopt.target.dsp.dialect;

import java.util.List;
import java.util.Map;
import org.qopt.dialect.nn.shape.Broadcasting;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.target.dialect.ShapeClause;
import org.qopt.target.dsp.numerics.Elementwise;

/** {@code dsp.mul}: the product of two tensors. */
public final class MulOp {
  /** The right shift from the product to the result. */
  public static final Derivation DERIVATION =
      new Derivation(
          List.of(DspAttributes.SHIFT),
          (operands, result, _) ->
              Map.of(
                  DspAttributes.SHIFT,
                  DspAttributes.i32(
                      DspTypes.exponent(result, 0)
                          - DspTypes.exponent(operands.get(0), 0)
                          - DspTypes.exponent(operands.get(1), 0))));

  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("dsp.mul")
          .summary("the product of two tensors")
          .description(
              """
              `lhs * rhs`, exact in 32 bits, shifted right by 'shift', or to the exponents that \
              follow, and cut to 'clamp'. Shapes broadcast as those of nn.mul.""")
          .example(
              """
              func.func @f(%a: tensor<4x!bfp.block<i16, tensor, -12, half_even, symmetric, floor>>,
                  %b: tensor<4x!bfp.block<i16, tensor, -10, half_even, symmetric, floor>>)
                  -> tensor<4x!bfp.block<i16, tensor, -9, half_even, symmetric, floor>> {
                %c = dsp.mul %a, %b {shift = 13 : i32}
                    : tensor<4x!bfp.block<i16, tensor, -9, half_even, symmetric, floor>>
                return %c : tensor<4x!bfp.block<i16, tensor, -9, half_even, symmetric, floor>>
              }""")
          .operand("lhs", DspTypes.VALUE)
          .operand("rhs", DspTypes.VALUE)
          .optionalAttribute(DspAttributes.SHIFT, DspAttributes.I32)
          .with(Clamps::attributes)
          .result("result", DspTypes.VALUE)
          .traits(Traits.PURE)
          .clause(ShapeClause.TEXT, ShapeClause.of(Broadcasting::binary))
          .clause(Derivation.TEXT, DERIVATION.clause())
          .clause(Clamps.CLAUSE, Clamps::violation)
          .kernel(
              op ->
                  Computed.of(
                      op,
                      operands ->
                          Elementwise.product(
                              operands.get(0),
                              DspTypes.shape(op.operand(0).type()),
                              operands.get(1),
                              DspTypes.shape(op.operand(1).type()),
                              DspTypes.shape(op.result().type()))))
          .build();

  private MulOp() {}
}
