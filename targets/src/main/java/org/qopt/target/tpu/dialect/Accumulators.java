package org.qopt.target.tpu.dialect;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.target.dialect.FilterSums;
import org.qopt.target.dialect.Scales;
import org.qopt.target.proof.AccumulatorBound;

/** The sums of operations with a filter: how large they become, whatever the input. */
public final class Accumulators {
  /** What a sum of products of bytes is kept in. */
  private static final int BITS = 32;

  /** How much of 64 bits sums with 16-bit inputs may take, so that they can be multiplied. */
  private static final int WIDE_BITS = 48;

  private static final ImmutableSet<String> SUMMING =
      ImmutableSet.of(
          "tpu.conv2d", "tpu.conv2d_transpose", "tpu.depthwise_conv2d", "tpu.fully_connected");

  private Accumulators() {}

  /** {@return the bound of the sums of {@code operation}, a valid one, if it has sums} */
  public static Optional<AccumulatorBound> of(Operation operation) {
    return SUMMING.contains(operation.name())
        ? Optional.of(sums(operation).bound(operation))
        : Optional.empty();
  }

  /** Checks that sums fit in the accumulator, and the bound if it is there. */
  static Optional<String> violation(Operation operation) {
    return sums(operation).violation(operation);
  }

  private static FilterSums sums(Operation operation) {
    boolean bytes = Scales.bits(operation.operand(0).type()) == Byte.SIZE;
    return new FilterSums(operation.is(DepthwiseConv2dOp.DEF) ? 3 : 0, bytes ? BITS : WIDE_BITS);
  }
}
