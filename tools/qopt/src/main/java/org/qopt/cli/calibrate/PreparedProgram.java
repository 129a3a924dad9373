package org.qopt.cli.calibrate;

import java.util.Optional;
import org.qopt.cli.model.Model;
import org.qopt.ir.Cloner;
import org.qopt.ir.Dialects;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassManager;
import org.qopt.pass.PassRegistry;
import org.qopt.pass.Pipeline;
import org.qopt.passes.FloatStages;

/**
 * A program as it is when quantization begins. It may have values that the model does not, such as
 * the product that is left of a batch normalization, and their ranges will be asked for.
 */
final class PreparedProgram {
  private PreparedProgram() {}

  /**
   * {@return {@code module} prepared, if it has values then that {@code model}, which is the same
   * program, does not}
   */
  static Optional<Model> of(Operation module, Model model, Dialects dialects) {
    Operation copy = Cloner.copyOf(module);
    try {
      PassManager.of(
              Pipeline.parse("builtin.module(" + FloatStages.TEXT + ")", PassRegistry.load()))
          .run(copy, PassContext.of(dialects, diagnostic -> {}));
    } catch (InvalidInputException e) {
      // It can be run but not quantized; whoever quantizes it will say why.
      return Optional.empty();
    }
    Model prepared = Model.of(copy);
    boolean more =
        prepared.names().names().entrySet().stream()
            .filter(named -> Calibrator.isObserved(named.getKey()))
            .anyMatch(named -> model.names().value(named.getValue()).isEmpty());
    return more ? Optional.of(prepared) : Optional.empty();
  }
}
