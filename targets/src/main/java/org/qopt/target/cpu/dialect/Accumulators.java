package org.qopt.target.cpu.dialect;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.function.Function;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.Operation;
import org.qopt.ir.type.Shape;
import org.qopt.target.dialect.Bytes;
import org.qopt.target.dialect.FilterSums;
import org.qopt.target.dialect.Scales;
import org.qopt.target.proof.AccumulatorBound;

/** The int32 sums of operations: how large they become, whatever the input. */
public final class Accumulators {
  private static final int BITS = 32;

  /** The sums of filters whose output channels are the first axis. */
  static final FilterSums ROWS = new FilterSums(0, BITS);

  /** The sums of filters whose output channels are the last axis. */
  static final FilterSums COLUMNS = new FilterSums(3, BITS);

  /** The bounds, by the name of the operation. */
  private static final ImmutableMap<String, Function<Operation, AccumulatorBound>> BOUNDS =
      ImmutableMap.of(
          "cpu.conv2d", ROWS::bound,
          "cpu.depthwise_conv2d", COLUMNS::bound,
          "cpu.fully_connected", ROWS::bound,
          "cpu.matmul", Accumulators::products,
          "cpu.global_avg_pool2d", Accumulators::pixels);

  private Accumulators() {}

  /** {@return the bound of the sums of {@code operation}, a valid one, if it has sums} */
  public static Optional<AccumulatorBound> of(Operation operation) {
    return Optional.ofNullable(BOUNDS.get(operation.name())).map(bound -> bound.apply(operation));
  }

  /** Checks that sums without a filter fit in the accumulator, and the bound if it is there. */
  static Optional<String> violation(Operation operation) {
    return FilterSums.violation(operation, of(operation).orElseThrow(), BITS);
  }

  private static AccumulatorBound products(Operation operation) {
    UniformQuantizedType a = Scales.uniform(operation.operand(0).type());
    UniformQuantizedType b = Scales.uniform(operation.operand(1).type());
    long least =
        Math.min(
            FilterSums.least(a) * FilterSums.most(b), FilterSums.most(a) * FilterSums.least(b));
    long most =
        Math.max(
            FilterSums.least(a) * FilterSums.least(b), FilterSums.most(a) * FilterSums.most(b));
    return new AccumulatorBound(least, most).times(Bytes.shape(operation.operand(0)).size(-1));
  }

  private static AccumulatorBound pixels(Operation operation) {
    UniformQuantizedType input = Scales.uniform(operation.operand(0).type());
    Shape image = Bytes.shape(operation.operand(0));
    return new AccumulatorBound(FilterSums.least(input), FilterSums.most(input))
        .times((long) image.size(1) * image.size(2));
  }
}
