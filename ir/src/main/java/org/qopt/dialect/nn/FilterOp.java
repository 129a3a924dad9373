package org.qopt.dialect.nn;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.qopt.ir.Value;

/** Sums of products with a filter, on top of a bias. */
public sealed interface FilterOp extends ActivatedOp permits FullyConnectedOp, WindowedFilterOp {
  /** {@return what is filtered: an image, NHWC, or [..., I]} */
  default Value input() {
    return operation().operand(0);
  }

  /** {@return the filter, in the layout that the operation's definition says} */
  default Value filter() {
    return operation().operand(1);
  }

  /** {@return what is added to each output channel, if anything} */
  default Optional<Value> bias() {
    return operation().operandCount() > 2 ? Optional.of(operation().operand(2)) : Optional.empty();
  }

  /** {@return the operands of an operation with these inputs} */
  static ImmutableList<Value> operands(Value input, Value filter, Optional<? extends Value> bias) {
    return ImmutableList.<Value>builder()
        .add(input, filter)
        .addAll(bias.stream().iterator())
        .build();
  }
}
