package org.qopt.dialect.func;

import java.util.List;
import java.util.Optional;
import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.TypeConstraint;
import org.qopt.ir.type.FunctionType;
import org.qopt.ir.type.Type;

/**
 * {@code func.call_indirect}: calls a function that is a value.
 *
 * @param operation the operation
 */
public record CallIndirectOp(Operation operation) implements OpView {
  static final TypeConstraint FUNCTION =
      new TypeConstraint("function", FunctionType.class::isInstance);

  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("func.call_indirect")
          .summary("calls a function that is a value")
          .description("The operands after 'callee', and the results, are those of its type.")
          .example(
              """
              func.func @f(%g: (tensor<2xf32>) -> tensor<2xf32>, %x: tensor<2xf32>) -> tensor<2xf32> {
                %y = call_indirect %g(%x) : (tensor<2xf32>) -> tensor<2xf32>
                return %y : tensor<2xf32>
              }""")
          .operand("callee", FUNCTION)
          .variadicOperand("operands", TypeConstraint.ANY)
          .variadicResult("results", TypeConstraint.ANY)
          .clause("operands and results are those of the callee's type", CallIndirectOp::violation)
          .build();

  private static Optional<String> violation(Operation op) {
    List<Type> operands = op.operandTypes();
    FunctionType found = FunctionType.of(operands.subList(1, operands.size()), op.resultTypes());
    return found.equals(operands.getFirst())
        ? Optional.empty()
        : Optional.of("expects the callee to be a " + found + ", but got " + operands.getFirst());
  }
}
