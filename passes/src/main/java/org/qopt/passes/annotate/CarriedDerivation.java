package org.qopt.passes.annotate;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.qopt.dialect.nn.AvgPool2dOp;
import org.qopt.dialect.nn.ClampOp;
import org.qopt.dialect.nn.MaxPool2dOp;
import org.qopt.dialect.nn.MeanOp;
import org.qopt.dialect.nn.Relu6Op;
import org.qopt.dialect.nn.ReluOp;
import org.qopt.dialect.quant.QuantizedType;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;
import org.qopt.passes.match.Bounds;
import org.qopt.quantize.ResultRule;
import org.qopt.quantize.ValueRange;

/**
 * What follows from the parameters that a program carries for values of which it says nothing.
 *
 * @param carried what it says
 * @param quantized the operations that are quantized
 */
record CarriedDerivation(CarriedParameters carried, QuantizedOps quantized) {
  private static final ImmutableSet<OpDef> WITHIN_OPERAND =
      ImmutableSet.of(
          ReluOp.DEF, Relu6Op.DEF, ClampOp.DEF, AvgPool2dOp.DEF, MaxPool2dOp.DEF, MeanOp.DEF);

  /** {@return what the program says of {@code value}, or of what is only moved from it} */
  Optional<QuantizedType> said(Value value) {
    Value moved = value;
    while (carried.of(moved).isEmpty() && isOnlyMoved(moved)) {
      moved = moved.users().getFirst().result();
    }
    return carried.of(moved);
  }

  private boolean isOnlyMoved(Value value) {
    return value.hasOneUse()
        && quantized
            .rule(value.users().getFirst())
            .filter(rule -> rule.result() instanceof ResultRule.SameAsOperands)
            .filter(rule -> value.users().getFirst().operandCount() == 1)
            .isPresent();
  }

  /** {@return whether the result of {@code operation} cannot reach further than its operand} */
  boolean staysWithinOperand(Operation operation) {
    return operation.def().filter(WITHIN_OPERAND::contains).isPresent()
        && Bounds.of(operation).map(b -> b.min() <= 0 && b.max() >= 0).orElse(true);
  }

  /** {@return what is left of {@code operand}'s range where {@code operation} cuts it} */
  static Prescription within(Prescription operand, Operation operation) {
    ValueRange range = operand.range();
    return Bounds.of(operation)
        .map(
            bounds ->
                new ValueRange(
                    Math.max(range.min(), bounds.min()), Math.min(range.max(), bounds.max())))
        .filter(left -> !left.equals(range))
        .<Prescription>map(Prescription.OfRange::new)
        .orElse(operand);
  }
}
