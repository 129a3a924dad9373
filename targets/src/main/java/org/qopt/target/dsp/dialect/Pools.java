package org.qopt.target.dsp.dialect;

import java.util.List;
import java.util.Map;
import org.qopt.dialect.nn.attr.NnAttributes;
import org.qopt.dialect.nn.attr.Padding;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.dialect.nn.shape.PoolShapes;
import org.qopt.dialect.nn.shape.ShapeCheck;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.OpDefBuilder;
import org.qopt.ir.op.Traits;
import org.qopt.target.dialect.ShapeClause;
import org.qopt.target.proof.ProveAccumulatorsPass;

/** What operations with windows, and means, have in common. */
public final class Pools {
  /** The right shift from an accumulator that has guard bits below the input to the result. */
  public static final Derivation DERIVATION =
      new Derivation(
          List.of(DspAttributes.SHIFT),
          (operands, result, attributes) ->
              Map.of(
                  DspAttributes.SHIFT,
                  DspAttributes.i32(
                      DspTypes.exponent(result, 0)
                          - DspTypes.exponent(operands.get(0), 0)
                          + DspAttributes.integer(attributes, DspAttributes.GUARD))));

  private Pools() {}

  /** {@return the definition of {@code name} but for summary, texts, overflow and kernel} */
  static OpDefBuilder definition(String name) {
    return OpDef.named(name)
        .operand("input", DspTypes.IMAGE)
        .attribute("kernel", NnAttributes.SPATIAL)
        .attribute("strides", NnAttributes.SPATIAL, Spatial.ONE.attribute())
        .attribute(Padding.NAME, NnAttributes.PADDING, Padding.NONE.attribute())
        .attribute(DspAttributes.ACCUMULATOR, DspAttributes.WIDTH)
        .optionalAttribute(ProveAccumulatorsPass.BOUND, Accumulators.BOUND)
        .attribute(DspAttributes.GUARD, DspAttributes.BITS)
        .optionalAttribute(DspAttributes.SHIFT, DspAttributes.I32)
        .with(Clamps::attributes)
        .result("result", DspTypes.IMAGE)
        .traits(Traits.PURE)
        .clause(ShapeClause.TEXT, ShapeClause.of(PoolShapes::pool))
        .clause(
            "the padding on each side is less than the kernel's size",
            ShapeCheck.clause(PoolShapes::padding))
        .clause(Derivation.TEXT, DERIVATION.clause())
        .clause(Clamps.CLAUSE, Clamps::violation);
  }
}
