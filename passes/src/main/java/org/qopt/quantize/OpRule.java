package org.qopt.quantize;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.quantize.OperandRole.Untouched;

/**
 * How a target quantizes one kind of operation.
 *
 * @param op the operation's full name, such as {@code nn.conv2d}
 * @param operands the roles of the operands; the last one is that of all further operands too
 * @param result where the parameters of the results come from
 * @param limits what its form on the target cannot do
 */
public record OpRule(
    String op,
    ImmutableList<OperandRole> operands,
    ResultRule result,
    ImmutableList<Limit> limits) {

  /** {@return the rule without limits} */
  public static OpRule of(String op, ResultRule result, OperandRole... operands) {
    return new OpRule(op, ImmutableList.copyOf(operands), result, ImmutableList.of());
  }

  /** {@return this rule with further limits, checked after those that it has} */
  public OpRule with(Limit... more) {
    return new OpRule(
        op,
        operands,
        result,
        ImmutableList.<Limit>builder().addAll(limits).addAll(List.of(more)).build());
  }

  /** {@return what operand {@code index} is} */
  public OperandRole role(int index) {
    if (operands.isEmpty()) {
      return new Untouched();
    }
    return operands.get(Math.min(index, operands.size() - 1));
  }

  /** {@return the first limit that {@code operation} breaks, if it breaks one} */
  public Optional<BrokenLimit> firstBroken(Operation operation) {
    return Limits.firstBroken(limits, operation);
  }
}
