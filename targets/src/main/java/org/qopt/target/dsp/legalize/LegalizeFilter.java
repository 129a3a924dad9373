package org.qopt.target.dsp.legalize;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.qopt.dialect.bfp.BlockConstantOp;
import org.qopt.dialect.bfp.BlockType;
import org.qopt.dialect.nn.attr.Activation;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.op.ConstantElements;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.TensorType;
import org.qopt.pass.remark.Remark;
import org.qopt.target.dsp.dialect.Accumulators;
import org.qopt.target.dsp.dialect.DspAttributes;
import org.qopt.target.dsp.dialect.DspTypes;
import org.qopt.target.dsp.dialect.FilterOps;
import org.qopt.target.dsp.dialect.FilterShifts;
import org.qopt.target.dsp.numerics.FilterLayout;
import org.qopt.target.legalize.NoFormException;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;

/**
 * Convolutions and fully connected layers. Where all exponents are known, and the accumulator does
 * not hold the largest sum that the weights allow, the exponents of the weights are raised, which
 * costs their lowest bits.
 *
 * @param root the float operation
 * @param target the operation of {@code dsp}
 * @param accumulator the width of accumulators
 * @param remarks is told when exponents are raised
 */
record LegalizeFilter(OpDef root, OpDef target, int accumulator, Consumer<Remark> remarks)
    implements OpLegalization {
  private static final int GUARD = 8;

  /** By then the weights are 0, and the accumulator holds every bias of 32 bits. */
  private static final int MOST_RAISED = 64;

  @Override
  public Value legalize(QuantizedOp op, OpBuilder builder) {
    DspOps.value(op.operandType(0));
    Tensor weights = constant(op, 1);
    Optional<Tensor> bias =
        op.operands().size() > 2 ? Optional.of(constant(op, 2)) : Optional.empty();
    Activation activation = Activation.of(op.operation());
    DspOps built =
        DspOps.of(target)
            .like(op.operation())
            .clamp(activation.min(), activation.max(), op.resultType())
            .deriving(FilterShifts.DERIVATION);
    boolean known =
        Stream.concat(op.operands().stream().map(Value::type), Stream.of(op.resultType()))
            .allMatch(type -> DspOps.block((TensorType) type).staticExponents().isPresent());
    List<Value> operands = new ArrayList<>(op.operands());
    if (known) {
      built.set(DspAttributes.ACCUMULATOR, accumulator);
      int raised = raise(op, weights, bias);
      if (raised > 0) {
        operands.set(1, raised(op, weights, raised, builder));
      }
    } else {
      built.accumulating(accumulator, bound(op, weights, longs(bias)), GUARD);
    }
    return built.build(builder, op.operation().location(), op.resultType(), operands);
  }

  private static Tensor constant(QuantizedOp op, int index) {
    return ConstantElements.of(op.operand(index))
        .orElseThrow(
            () ->
                new NoFormException(
                    "operand #%d must be a constant, but got a value of type %s"
                        .formatted(index, op.operand(index).type())));
  }

  private long bound(QuantizedOp op, Tensor weights, long[] bias) {
    FilterLayout layout =
        FilterOps.layout(
            target,
            op.operandType(0).shape(),
            op.operandType(1).shape(),
            op.operation()
                .attribute("groups", IntegerAttr.class)
                .map(groups -> Math.toIntExact(groups.asLong()))
                .orElse(1));
    return FilterOps.bound(layout, weights, DspTypes.magnitude(op.operandType(0)), bias);
  }

  private static long[] longs(Optional<Tensor> tensor) {
    long[] values = new long[tensor.map(t -> Math.toIntExact(t.size())).orElse(0)];
    for (int i = 0; i < values.length; i++) {
      values[i] = tensor.get().integer(i);
    }
    return values;
  }

  /** {@return by how much the exponents of the weights must be raised} */
  private int raise(QuantizedOp op, Tensor weights, Optional<Tensor> bias) {
    int raised = 0;
    while (bound(op, shifted(op, weights, raised), shiftedBias(op, bias, raised))
        > Accumulators.largest(accumulator)) {
      raised++;
      if (raised > MOST_RAISED) {
        throw new NoFormException(
            "the bias must be at most %d in the accumulator, but it is beyond"
                .formatted(Accumulators.largest(accumulator)));
      }
    }
    return raised;
  }

  private static BlockType weightType(QuantizedOp op) {
    return DspOps.block(op.operandType(1));
  }

  private static Tensor shifted(QuantizedOp op, Tensor weights, int bits) {
    BlockType type = weightType(op);
    int[] mantissas = new int[Math.toIntExact(weights.size())];
    for (int i = 0; i < mantissas.length; i++) {
      mantissas[i] = (int) type.rounding().shiftRight(weights.integer(i), bits);
    }
    return Tensor.of(weights.shape(), mantissas).cast(type.kind());
  }

  private static long[] shiftedBias(QuantizedOp op, Optional<Tensor> bias, int raised) {
    long[] values = longs(bias);
    BlockType result = DspOps.value(op.resultType());
    for (int o = 0; o < values.length; o++) {
      int products =
          DspTypes.exponent(op.operandType(0), 0)
              + DspTypes.exponent(op.operandType(1), o)
              + raised;
      values[o] =
          result
              .rounding()
              .shiftRight(values[o], products - DspTypes.exponent(op.operandType(2), o));
    }
    return values;
  }

  private Value raised(QuantizedOp op, Tensor weights, int bits, OpBuilder builder) {
    BlockType type;
    try {
      type = weightType(op).raisedBy(bits);
    } catch (IllegalArgumentException e) {
      throw new NoFormException(
          "the weights must leave room in the accumulator: " + e.getMessage());
    }
    remarks.accept(
        Remark.of(
                Remark.Kind.ANALYSIS,
                LegalizeToDspPass.NAME,
                "raised-exponent",
                op.operation(),
                "the accumulator of %d bits does not hold the largest sum: the weights lose their lowest %d bits"
                    .formatted(accumulator, bits))
            .with("bits", bits)
            .shownAlways());
    return BlockConstantOp.create(
            builder,
            op.operand(1).location(),
            shifted(op, weights, bits),
            op.operandType(1).withElementType(type))
        .operation()
        .result();
  }
}
