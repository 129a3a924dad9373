package org.qopt.target.tpu.dialect;

import static org.qopt.target.tpu.dialect.TpuAttributes.CLAMP;
import static org.qopt.target.tpu.dialect.TpuAttributes.MULTIPLIER;
import static org.qopt.target.tpu.dialect.TpuAttributes.ROUNDING;
import static org.qopt.target.tpu.dialect.TpuAttributes.SHIFT;

import org.qopt.dialect.nn.shape.ShapeRule;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.OpDefBuilder;
import org.qopt.ir.op.Traits;
import org.qopt.ir.op.TypeConstraint;
import org.qopt.target.dialect.FilterClauses;
import org.qopt.target.dialect.FilterSums;
import org.qopt.target.dialect.TargetClauses;
import org.qopt.target.proof.ProveAccumulatorsPass;

/** What convolutions and matrix products have in common. */
final class FilterOps {
  private FilterOps() {}

  /** {@return the operands, of which {@code filter} says what the filter must be} */
  static OpDefBuilder operands(String name, TypeConstraint input, TypeConstraint filter) {
    return OpDef.named(name)
        .operand("input", input)
        .operand("filter", filter)
        .optionalOperand("bias", TpuTypes.BIAS);
  }

  /** Adds the other attributes, the result and the clauses; the filter's channels are an axis. */
  static OpDefBuilder rest(
      OpDefBuilder builder, TypeConstraint result, ShapeRule rule, int outputAxis) {
    return builder
        .attribute(MULTIPLIER, TpuAttributes.MANTISSAS)
        .attribute(SHIFT, TpuAttributes.EXPONENTS)
        .attribute(ROUNDING, TpuAttributes.ROUNDINGS)
        .attribute(
            TpuAttributes.ACTIVATION, TpuAttributes.ACTIVATION_NAMES, TpuAttributes.NO_ACTIVATION)
        .optionalAttribute(CLAMP, TpuAttributes.BOUNDS)
        .optionalAttribute(ProveAccumulatorsPass.BOUND, FilterSums.BOUND)
        .result("result", result)
        .traits(Traits.PURE)
        .clause(TpuClauses.SHAPE, TpuClauses.shape(rule))
        .clause(TargetClauses.CONSTANT, TargetClauses::constants)
        .clause(FilterClauses.CHANNELS, op -> FilterClauses.channels(op, outputAxis))
        .clause(FilterClauses.BIAS, Biases::bias)
        .clause(TpuClauses.DERIVED, AccumulatorScalings.DERIVATION.clause())
        .clause(TpuClauses.BOUNDS, TpuClauses::bounds)
        .clause(FilterSums.FITS, Accumulators::violation);
  }
}
