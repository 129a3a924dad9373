package org.qopt.cli.reduce.move;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.TypeAttr;
import org.qopt.ir.op.Traits;
import org.qopt.ir.type.FunctionType;

/** What moves ask of a program. */
final class Programs {
  private Programs() {}

  /** {@return all operations in the module, those inside an operation after it} */
  static List<Operation> operations(Draft draft) {
    List<Operation> all = new ArrayList<>();
    draft.module().walk(all::add);
    all.removeFirst();
    return all;
  }

  /** {@return the functions with a body} */
  static List<FuncOp> bodies(Draft draft) {
    return operations(draft).stream()
        .filter(op -> op.is(FuncOp.DEF) && !op.region(0).isEmpty() && hasType(op))
        .map(FuncOp::new)
        .toList();
  }

  // An invalid program may be what is to be reduced.
  private static boolean hasType(Operation function) {
    return function
        .attribute("function_type", TypeAttr.class)
        .filter(type -> type.value() instanceof FunctionType)
        .isPresent();
  }

  /** {@return operations in functions whose results nothing uses, the last first} */
  static List<Operation> unused(Draft draft) {
    return operations(draft).reversed().stream()
        .filter(op -> !op.hasUses() && !isLast(op) && functionAround(op).isPresent())
        .toList();
  }

  /** {@return whether it is still in the program} */
  static boolean isThere(Operation operation, Draft draft) {
    return draft.module().encloses(operation);
  }

  /** {@return the function around {@code operation}} */
  static Optional<FuncOp> functionAround(Operation operation) {
    Optional<Operation> current = operation.parentOp();
    while (current.isPresent() && !current.get().is(FuncOp.DEF)) {
      current = current.get().parentOp();
    }
    return current.map(FuncOp::new);
  }

  /** {@return whether it ends its block, as far as is known} */
  static boolean isLast(Operation operation) {
    return operation.has(Traits.TERMINATOR)
        || (operation.def().isEmpty()
            && operation.next().isEmpty()
            && operation.results().isEmpty());
  }
}
