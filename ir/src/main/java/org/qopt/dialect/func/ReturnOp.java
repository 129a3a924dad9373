package org.qopt.dialect.func;

import java.util.List;
import java.util.Optional;
import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.op.TypeConstraint;
import org.qopt.ir.type.Type;

/**
 * {@code func.return}: ends a function.
 *
 * @param operation the operation
 */
public record ReturnOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("func.return")
          .summary("ends a function")
          .description("Its operands are the results of the function around it.")
          .example(
              """
              func.func @f(%arg0: tensor<2xf32>) -> tensor<2xf32> {
                return %arg0 : tensor<2xf32>
              }""")
          .variadicOperand("operands", TypeConstraint.ANY)
          .traits(Traits.TERMINATOR)
          .clause("it stands directly in a func.func", ReturnOp::parentViolation)
          .clause("its operands have the types of the function's results", ReturnOp::typeViolation)
          .build();

  private static Optional<String> parentViolation(Operation op) {
    return op.parentOp().filter(parent -> parent.is(FuncOp.DEF)).isPresent()
        ? Optional.empty()
        : Optional.of("expects parent op 'func.func'");
  }

  private static Optional<String> typeViolation(Operation op) {
    Optional<FuncOp> function = op.parentOp().filter(p -> p.is(FuncOp.DEF)).map(FuncOp::new);
    if (function.isEmpty()) {
      return Optional.empty();
    }
    List<Type> expected = function.get().type().results();
    List<Type> found = op.operandTypes();
    if (expected.size() != found.size()) {
      return Optional.of(
          "has "
              + found.size()
              + " operands, but enclosing function (@"
              + function.get().name()
              + ") returns "
              + expected.size());
    }
    for (int i = 0; i < expected.size(); i++) {
      if (!expected.get(i).equals(found.get(i))) {
        return Optional.of(
            "type of return operand %d ('%s') doesn't match function result type ('%s') in function @%s"
                .formatted(i, found.get(i), expected.get(i), function.get().name()));
      }
    }
    return Optional.empty();
  }
}
