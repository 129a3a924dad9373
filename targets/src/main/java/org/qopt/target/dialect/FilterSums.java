package org.qopt.target.dialect;

import java.util.Optional;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.op.AttributeConstraint;
import org.qopt.ir.op.ConstantElements;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.IntegerType;
import org.qopt.target.proof.AccumulatorBound;
import org.qopt.target.proof.ProveAccumulatorsPass;

/**
 * The sums of operations with a constant filter: how large they become, whatever the input.
 *
 * @param channelAxis the axis of the output channels in the filter, its first or its last
 * @param bits what a sum is kept in
 */
public record FilterSums(int channelAxis, int bits) {
  /** The text of the clause that {@link #violation} checks. */
  public static final String FITS =
      "no sum leaves the accumulator; 'accumulator_bound' is the largest";

  /** What the attribute {@link ProveAccumulatorsPass#BOUND} must be. */
  public static final AttributeConstraint BOUND =
      new AttributeConstraint(
          "64-bit integer", a -> a instanceof IntegerAttr i && i.type().equals(IntegerType.I64));

  /** Checks that sums fit in the accumulator, and the bound if it is there. */
  public Optional<String> violation(Operation operation) {
    if (operation.attribute(ProveAccumulatorsPass.BOUND).isEmpty() && cannotOverflow(operation)) {
      return Optional.empty();
    }
    return violation(operation, bound(operation), bits);
  }

  /**
   * Checks that sums fit in {@code bits} bits, and the attribute that holds their bound if it is
   * there.
   */
  public static Optional<String> violation(Operation operation, AccumulatorBound bound, int bits) {
    if (!bound.fits(bits)) {
      return Optional.of(
          "expected sums of at most %d bits, but they reach from %d to %d"
              .formatted(bits, bound.least(), bound.most()));
    }
    return operation
        .attribute(ProveAccumulatorsPass.BOUND, IntegerAttr.class)
        .map(IntegerAttr::asLong)
        .filter(value -> value != bound.magnitude())
        .map(
            value ->
                "expected '%s' to be %d, which follows from weights, bias and input, but got %d"
                    .formatted(ProveAccumulatorsPass.BOUND, bound.magnitude(), value));
  }

  /** A look at the sizes alone, which is enough for most and costs nothing. */
  private boolean cannotOverflow(Operation operation) {
    int[] filter = Scales.dims(operation.operand(1).type());
    long products = 1;
    for (int i = 0; i < filter.length; i++) {
      products *= i == channelAxis ? 1 : filter[i];
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
    return products <= Integer.MAX_VALUE && products * largest + bias < 1L << (bits - 1);
  }

  /** {@return the bound of the sums of {@code operation}} */
  public AccumulatorBound bound(Operation operation) {
    int[] filter = Scales.dims(operation.operand(1).type());
    int channels = filter[channelAxis];
    UniformQuantizedType input = Scales.uniform(operation.operand(0).type());
    Tensor weights = Bytes.constant(operation, 1);
    // Channels lie one behind the other, or beside each other where they are the last axis.
    int products = channels == 0 ? 0 : Math.toIntExact(weights.size() / channels);
    int channelStride = channelAxis == 0 ? products : 1;
    int stride = channelAxis == 0 ? 1 : channels;
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

  /** {@return the least that {@code input} less its zero point can be} */
  public static long least(UniformQuantizedType input) {
    return input.storage().min() - input.zeroPoint();
  }

  /** {@return the largest that {@code input} less its zero point can be} */
  public static long most(UniformQuantizedType input) {
    return input.storage().max() - input.zeroPoint();
  }
}
