package org.qopt.dialect.func;

import java.util.List;
import java.util.Optional;
import org.qopt.dialect.builtin.ModuleOp;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.InvalidInputException;

/** The function of a module that is the program: what runs and what is exported. */
public final class MainFunction {
  private MainFunction() {}

  /**
   * {@return the function {@code main} of {@code module}, or the only one with a body}
   *
   * @throws InvalidInputException if there is no such function
   */
  public static FuncOp of(Operation module) {
    List<FuncOp> functions =
        new ModuleOp(module)
            .opsOf(FuncOp.DEF).stream().map(FuncOp::new).filter(f -> !f.isDeclaration()).toList();
    return functions.stream()
        .filter(function -> function.name().equals("main"))
        .findFirst()
        .or(() -> functions.size() == 1 ? Optional.of(functions.getFirst()) : Optional.empty())
        .orElseThrow(
            () ->
                new InvalidInputException(
                    module.reportLocation(),
                    "expected a function @main or a single function, but got "
                        + functions.stream().map(f -> "@" + f.name()).toList()));
  }
}
