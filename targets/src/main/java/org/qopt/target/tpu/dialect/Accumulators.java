package org.qopt.target.tpu.dialect;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.op.AttributeConstraint;
import org.qopt.ir.op.ConstantElements;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.IntegerType;
import org.qopt.target.dialect.Bytes;
import org.qopt.target.dialect.Scales;
import org.qopt.target.proof.AccumulatorBound;
import org.qopt.target.proof.ProveAccumulatorsPass;

/** The sums of operations with a filter: how large they become, whatever the input. */
public final class Accumulators {
  static final String FITS = "no sum leaves the accumulator; 'accumulator_bound' is the largest";

  static final AttributeConstraint BOUND =
      new AttributeConstraint(
          "64-bit integer", a -> a instanceof IntegerAttr i && i.type().equals(IntegerType.I64));

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
    return SUMMING.contains(operation.name()) ? Optional.of(bound(operation)) : Optional.empty();
  }

  /** Checks that sums fit in the accumulator, and the bound if it is there. */
  static Optional<String> violation(Operation operation) {
    Optional<Long> claimed =
        operation
            .attribute(ProveAccumulatorsPass.BOUND, IntegerAttr.class)
            .map(IntegerAttr::asLong);
    if (claimed.isEmpty() && cannotOverflow(operation)) {
      return Optional.empty();
    }
    AccumulatorBound bound = bound(operation);
    int bits = bits(operation);
    if (!bound.fits(bits)) {
      return Optional.of(
          "expected sums of at most %d bits, but they reach from %d to %d"
              .formatted(bits, bound.least(), bound.most()));
    }
    return claimed
        .filter(value -> value != bound.magnitude())
        .map(
            value ->
                "expected '%s' to be %d, which follows from weights, bias and input, but got %d"
                    .formatted(ProveAccumulatorsPass.BOUND, bound.magnitude(), value));
  }

  /** A look at the sizes alone, which is enough for most and costs nothing. */
  private static boolean cannotOverflow(Operation operation) {
    int[] filter = Scales.dims(operation.operand(1).type());
    long products = 1;
    for (int i = 0; i < filter.length; i++) {
      products *= i == channelAxis(operation) ? 1 : filter[i];
    }
    UniformQuantizedType input = Scales.uniform(operation.operand(0).type());
    long largest = Math.max(most(input), -least(input)) * -Byte.MIN_VALUE;
    long bias = 0;
    if (operation.operandCount() > 2) {
      Tensor elements = ConstantElements.of(operation.operand(2)).orElseThrow();
      for (long i = 0; i < elements.size(); i++) {
        bias = Math.max(bias, Math.abs(elements.integer(i)));
      }
    }
    return products <= Integer.MAX_VALUE && products * largest + bias < 1L << (bits(operation) - 1);
  }

  private static AccumulatorBound bound(Operation operation) {
    int[] filter = Scales.dims(operation.operand(1).type());
    int axis = channelAxis(operation);
    int channels = filter[axis];
    UniformQuantizedType input = Scales.uniform(operation.operand(0).type());
    Tensor weights = Bytes.constant(operation, 1);
    // Channels lie one behind the other, or beside each other where they are the last axis.
    int products = channels == 0 ? 0 : Math.toIntExact(weights.size() / channels);
    int channelStride = axis == 0 ? products : 1;
    int stride = axis == 0 ? 1 : channels;
    AccumulatorBound all = AccumulatorBound.ZERO;
    for (int c = 0; c < channels; c++) {
      var sum = AccumulatorBound.ofInputs(least(input), most(input));
      if (operation.operandCount() > 2) {
        sum.add(Bytes.constant(operation, 2).integer(c));
      }
      for (int i = 0; i < products; i++) {
        sum.addProduct(weights.integer((long) c * channelStride + (long) i * stride));
      }
      all = all.or(sum.build());
    }
    return all;
  }

  private static int bits(Operation operation) {
    return Scales.bits(operation.operand(0).type()) == Byte.SIZE ? BITS : WIDE_BITS;
  }

  private static int channelAxis(Operation operation) {
    return operation.is(DepthwiseConv2dOp.DEF) ? 3 : 0;
  }

  private static long least(UniformQuantizedType input) {
    return input.storage().min() - input.zeroPoint();
  }

  private static long most(UniformQuantizedType input) {
    return input.storage().max() - input.zeroPoint();
  }
}
