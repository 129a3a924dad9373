package org.qopt.target.dsp.dialect;

import java.util.List;
import java.util.Map;
import org.qopt.dialect.nn.shape.MovementShapes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.target.dialect.ShapeClause;

/** {@code dsp.requantize}: changes exponents, storage or sharing, and cuts to an interval. */
public final class RequantizeOp {
  /** The right shift from the input to the result. */
  public static final Derivation DERIVATION =
      new Derivation(
          List.of(DspAttributes.SHIFT),
          (operands, result, _) ->
              Map.of(
                  DspAttributes.SHIFT,
                  DspAttributes.i32(
                      DspTypes.exponent(result, 0) - DspTypes.exponent(operands.get(0), 0))));

  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("dsp.requantize")
          .summary("changes exponents, storage or sharing, and cuts to an interval")
          .description(
              """
              The input shifted right by 'shift', or to the exponents that follow, and cut to \
              'clamp', the interval of 'activation'; "bounded" is any.""")
          .example(
              """
              func.func @f(%x: tensor<4x!bfp.block<i16, tensor, -10, half_even, symmetric, floor>>)
                  -> tensor<4x!bfp.block<i16, tensor, -12, half_even, symmetric, floor>> {
                %y = dsp.requantize %x {activation = "relu6", clamp = array<i32: 0, 24576>,
                    clamp_exponent = -12 : i32, shift = -2 : i32}
                    : tensor<4x!bfp.block<i16, tensor, -12, half_even, symmetric, floor>>
                return %y : tensor<4x!bfp.block<i16, tensor, -12, half_even, symmetric, floor>>
              }""")
          .operand("x", DspTypes.VALUE)
          .optionalAttribute(DspAttributes.SHIFT, DspAttributes.I32)
          .with(Clamps::attributes)
          .result("result", DspTypes.VALUE)
          .traits(Traits.PURE)
          .clause(ShapeClause.TEXT, ShapeClause.of(MovementShapes::same))
          .clause(Derivation.TEXT, DERIVATION.clause())
          .clause(Clamps.CLAUSE, Clamps::violation)
          .kernel(op -> Computed.of(op, List::getFirst))
          .build();

  private RequantizeOp() {}
}
