package org.qopt.target.dsp.legalize;

import com.google.common.math.LongMath;
import java.util.List;
import java.util.Optional;
import org.qopt.dialect.bfp.BlockType;
import org.qopt.dialect.nn.attr.Activation;
import org.qopt.dialect.nn.attr.Padding;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;
import org.qopt.target.dsp.dialect.DspTypes;
import org.qopt.target.dsp.dialect.PadOp;
import org.qopt.target.dsp.dialect.Pools;
import org.qopt.target.legalize.CountedPadding;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;

/**
 * Pools over windows; padding that counts is a {@code dsp.pad} before.
 *
 * @param root the float operation
 * @param target the operation of {@code dsp}
 * @param sums whether a window is summed
 * @param accumulator the width of accumulators
 */
record LegalizePool(OpDef root, OpDef target, boolean sums, int accumulator)
    implements OpLegalization {
  private static final int GUARD = 15;

  @Override
  public Value legalize(QuantizedOp op, OpBuilder builder) {
    Activation activation = Activation.of(op.operation());
    BlockType input = DspOps.value(op.operandType(0));
    Spatial kernel = Spatial.of(op.operation(), "kernel");
    long count = sums ? (long) kernel.height() * kernel.width() : 1;
    DspOps pool =
        DspOps.of(target)
            .like(op.operation())
            .accumulating(
                accumulator,
                LongMath.saturatedMultiply(count, DspTypes.magnitude(op.operandType(0))),
                sums || input.isDynamic() ? GUARD : 0)
            .clamp(activation.min(), activation.max(), op.resultType())
            .deriving(Pools.DERIVATION);
    Optional<CountedPadding> counted = CountedPadding.of(op);
    if (counted.isEmpty()) {
      return pool.build(builder, op);
    }
    Value image = padded(op, counted.get(), builder);
    return pool.set(Padding.NAME, Padding.NONE.attribute())
        .build(builder, op.operation().location(), op.resultType(), List.of(image));
  }

  private static Value padded(QuantizedOp op, CountedPadding counted, OpBuilder builder) {
    BlockType type = DspOps.value(op.operandType(0));
    return DspOps.of(PadOp.DEF)
        .set("padding", counted.padding())
        .set(PadOp.VALUE, 0)
        .set(PadOp.VALUE_EXPONENT, type.isDynamic() ? 0 : type.exponent())
        .build(builder, counted.location(), counted.type(), op.operands());
  }
}
