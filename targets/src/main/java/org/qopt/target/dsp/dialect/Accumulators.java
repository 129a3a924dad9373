package org.qopt.target.dsp.dialect;

import com.google.common.collect.ImmutableMap;
import java.math.BigInteger;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.op.AttributeConstraint;
import org.qopt.ir.type.IntegerType;
import org.qopt.target.proof.AccumulatorBound;
import org.qopt.target.proof.ProveAccumulatorsPass;

/**
 * What accumulators hold, two's complement of 32 or 40 bits, and how large the sums in them become,
 * whatever the input.
 */
public final class Accumulators {
  static final AttributeConstraint BOUND =
      new AttributeConstraint(
          "64-bit integer", a -> a instanceof IntegerAttr i && i.type().equals(IntegerType.I64));

  /** The largest magnitudes before guard bits, by the name of the operation. */
  private static final ImmutableMap<String, ToLongFunction<Operation>> BOUNDS =
      ImmutableMap.of(
          "dsp.conv2d", FilterOps::bound,
          "dsp.conv2d_transpose", FilterOps::bound,
          "dsp.depthwise_conv2d", FilterOps::bound,
          "dsp.fully_connected", FilterOps::bound,
          "dsp.add", op -> Sums.bound(op.operandTypes()),
          "dsp.sub", op -> Sums.bound(op.operandTypes()),
          "dsp.avg_pool2d", AvgPool2dOp::bound,
          "dsp.max_pool2d", MaxPool2dOp::bound,
          "dsp.mean", MeanOp::bound);

  private Accumulators() {}

  /**
   * {@return the largest magnitude that an accumulator of {@code width} bits holds of both signs}
   */
  public static long largest(int width) {
    return (1L << (width - 1)) - 1;
  }

  /** {@return the most guard bits, up to {@code wanted}, below a sum of magnitude {@code bound}} */
  public static Optional<Integer> guard(long bound, int width, int wanted) {
    for (int guard = wanted; guard >= 0; guard--) {
      if (violation(bound, guard, width).isEmpty()) {
        return Optional.of(guard);
      }
    }
    return Optional.empty();
  }

  /** {@return the bound of the sums of {@code operation}, a valid one, if it has sums} */
  public static Optional<AccumulatorBound> of(Operation operation) {
    return Optional.ofNullable(BOUNDS.get(operation.name()))
        .map(bound -> bound.applyAsLong(operation) << guard(operation))
        .map(sum -> new AccumulatorBound(-sum, sum));
  }

  private static int guard(Operation operation) {
    return operation
        .attribute(DspAttributes.GUARD, IntegerAttr.class)
        .map(attribute -> Math.toIntExact(attribute.asLong()))
        .orElse(0);
  }

  /** Checks that sums fit in the accumulator, and the bound if it is there. */
  static Optional<String> violation(Operation operation) {
    long bound = BOUNDS.get(operation.name()).applyAsLong(operation);
    int guard = guard(operation);
    return violation(bound, guard, DspAttributes.integer(operation, DspAttributes.ACCUMULATOR))
        .or(
            () ->
                operation
                    .attribute(ProveAccumulatorsPass.BOUND, IntegerAttr.class)
                    .map(IntegerAttr::asLong)
                    .filter(claimed -> claimed != bound << guard)
                    .map(
                        claimed ->
                            "expected '%s' to be %d, which follows from weights, bias and mantissas, but got %d"
                                .formatted(ProveAccumulatorsPass.BOUND, bound << guard, claimed)));
  }

  /** {@return in what way the sum does not fit, if it does not} */
  static Optional<String> violation(long bound, int guard, int width) {
    BigInteger sum = BigInteger.valueOf(bound).shiftLeft(guard);
    return sum.compareTo(BigInteger.valueOf(largest(width))) <= 0
        ? Optional.empty()
        : Optional.of(
            "expected sums of at most %d, which %d bits hold, but they may reach %s"
                .formatted(largest(width), width, sum));
  }
}
