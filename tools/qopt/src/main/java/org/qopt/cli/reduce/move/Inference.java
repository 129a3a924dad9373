package org.qopt.cli.reduce.move;

import java.util.List;
import java.util.Optional;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.func.ReturnOp;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.type.Type;

/** Lets the types of what is computed follow from what it is computed of. */
final class Inference {
  private Inference() {}

  /** Makes the types of all that {@code function} computes, and its own, those that follow. */
  static void update(FuncOp function) {
    function
        .operation()
        .walk(
            operation ->
                types(operation)
                    .ifPresent(
                        types -> {
                          for (int i = 0; i < types.size(); i++) {
                            operation.result(i).setType(types.get(i));
                          }
                        }));
    updateType(function);
  }

  /** Makes the function's type that of its arguments and of what it returns. */
  static void updateType(FuncOp function) {
    List<Type> inputs = function.entry().argumentTypes();
    List<Type> results =
        function
            .entry()
            .last()
            .filter(last -> last.is(ReturnOp.DEF))
            .map(Operation::operandTypes)
            .orElse(function.type().results());
    Signatures.setType(function, inputs, results);
  }

  /** {@return the types of an operation's results, if they follow from what it takes} */
  static Optional<List<Type>> types(Operation operation) {
    if (operation.def().filter(def -> def.inference().isPresent()).isEmpty()) {
      return Optional.empty();
    }
    try {
      List<Type> types =
          OpBuilder.inferTypes(
              operation.def().get(),
              operation.location(),
              operation.operands(),
              operation.allAttributes());
      return Optional.of(types).filter(found -> found.size() == operation.results().size());
    } catch (InvalidInputException e) {
      // The program is invalid now, and the edit will be refused.
      return Optional.empty();
    }
  }
}
