package org.qopt.target.cpu.legalize;

import java.util.Optional;
import org.qopt.dialect.builtin.ModuleOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.location.NameLocation;
import org.qopt.target.cpu.dialect.DequantizeOp;

/**
 * Leaves the model's own names to what a program returns. A value and what it is dequantized to
 * have one name; of these the value that is returned keeps it.
 */
final class OutputNames {
  private static final String STORED = "/quantized";

  private OutputNames() {}

  /** Renames what stands behind the outputs of the functions of {@code module}. */
  static void keep(Operation module) {
    for (Operation function : new ModuleOp(module).opsOf(FuncOp.DEF)) {
      if (!new FuncOp(function).isDeclaration() && function.region(0).blocks().size() == 1) {
        new FuncOp(function).returnOp().operands().forEach(OutputNames::keep);
      }
    }
  }

  private static void keep(Value output) {
    Optional<String> name = output.name();
    Optional<Operation> stored =
        output
            .definingOp()
            .filter(op -> op.is(DequantizeOp.DEF))
            .flatMap(op -> op.operand(0).definingOp())
            .filter(op -> op.result().name().equals(name));
    if (name.isPresent() && stored.isPresent()) {
      stored.get().setLocation(NameLocation.of(name.get() + STORED));
    }
  }
}
