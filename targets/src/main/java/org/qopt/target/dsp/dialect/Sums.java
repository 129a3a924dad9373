package org.qopt.target.dsp.dialect;

import java.util.List;
import java.util.Map;
import org.qopt.dialect.nn.shape.Broadcasting;
import org.qopt.ir.Operation;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.OpDefBuilder;
import org.qopt.ir.op.Traits;
import org.qopt.ir.type.Type;
import org.qopt.target.dialect.ShapeClause;
import org.qopt.target.dsp.numerics.Elementwise;
import org.qopt.target.proof.ProveAccumulatorsPass;

/** What {@code dsp.add} and {@code dsp.sub} have in common. */
public final class Sums {
  private static final String LHS_SHIFT = "lhs_shift";
  private static final String RHS_SHIFT = "rhs_shift";

  /**
   * The left shifts of both operands to an accumulator whose exponent is the larger of theirs less
   * the guard bits, and the right shift from there. A negative left shift is one to the right.
   */
  public static final Derivation DERIVATION =
      new Derivation(
          List.of(LHS_SHIFT, RHS_SHIFT, DspAttributes.SHIFT),
          (operands, result, attributes) -> {
            int lhs = DspTypes.exponent(operands.get(0), 0);
            int rhs = DspTypes.exponent(operands.get(1), 0);
            int guard = DspAttributes.integer(attributes, DspAttributes.GUARD);
            int sum = Math.max(lhs, rhs) - guard;
            return Map.of(
                LHS_SHIFT,
                DspAttributes.i32(lhs - sum),
                RHS_SHIFT,
                DspAttributes.i32(rhs - sum),
                DspAttributes.SHIFT,
                DspAttributes.i32(DspTypes.exponent(result, 0) - sum));
          });

  private Sums() {}

  /** {@return the definition of {@code name} but for summary, texts and kernel} */
  static OpDefBuilder definition(String name) {
    return OpDef.named(name)
        .operand("lhs", DspTypes.VALUE)
        .operand("rhs", DspTypes.VALUE)
        .attribute(DspAttributes.ACCUMULATOR, DspAttributes.WIDTH)
        .optionalAttribute(ProveAccumulatorsPass.BOUND, Accumulators.BOUND)
        .attribute(DspAttributes.GUARD, DspAttributes.BITS)
        .optionalAttribute(LHS_SHIFT, DspAttributes.I32)
        .optionalAttribute(RHS_SHIFT, DspAttributes.I32)
        .optionalAttribute(DspAttributes.SHIFT, DspAttributes.I32)
        .with(Clamps::attributes)
        .result("result", DspTypes.VALUE)
        .traits(Traits.PURE)
        .clause(ShapeClause.TEXT, ShapeClause.of(Broadcasting::binary))
        .clause(Derivation.TEXT, DERIVATION.clause())
        .clause(Clamps.CLAUSE, Clamps::violation)
        .clause(DspClauses.OVERFLOW, Accumulators::violation);
  }

  /** {@return the largest magnitude of a sum before guard bits} */
  public static long bound(List<? extends Type> operands) {
    return DspTypes.magnitude(operands.get(0)) + DspTypes.magnitude(operands.get(1));
  }

  static Kernel kernel(Operation op, boolean negate) {
    return Computed.of(
        op,
        operands ->
            Elementwise.sum(
                operands.get(0),
                DspTypes.shape(op.operand(0).type()),
                operands.get(1),
                DspTypes.shape(op.operand(1).type()),
                DspTypes.shape(op.result().type()),
                negate,
                DspAttributes.integer(op, DspAttributes.GUARD),
                Computed.rounding(op)));
  }
}
