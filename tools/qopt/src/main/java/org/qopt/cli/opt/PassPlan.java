package org.qopt.cli.opt;

import org.qopt.ir.Program;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.parser.qir.Reproducer;
import org.qopt.pass.PassRegistry;
import org.qopt.pass.Pipeline;
import org.qopt.pass.PipelineSyntaxException;

/**
 * Which passes run on a program.
 *
 * @param pipeline the passes
 * @param eachVerified whether the program is verified after each
 * @param threads on how many threads they run at most
 */
record PassPlan(Pipeline pipeline, boolean eachVerified, int threads) {
  /** Asks for the passes that a program brings with it. */
  static final String FLAG = "run-reproducer";

  /**
   * {@return the passes that the trailer of {@code program} says to run}
   *
   * @param threads on how many threads at most, unless it says one
   * @throws InvalidInputException if it names none, or they are malformed or not known
   */
  static PassPlan stored(Program program, PassRegistry passes, int threads) {
    Reproducer stored =
        Reproducer.in(program.trailer())
            .orElseThrow(
                () ->
                    fault(
                        program,
                        "--run-reproducer expects the pipeline 'mlir_reproducer' among the external_resources after the program, but there is none"));
    try {
      return new PassPlan(
          Pipeline.parse(stored.pipeline(), passes),
          stored.verifyEach(),
          stored.disableThreading() ? 1 : threads);
    } catch (PipelineSyntaxException e) {
      throw fault(
          program,
          "the reproducer's pipeline is at fault at character %d of %s: %s"
              .formatted(e.position() + 1, e.text(), e.getMessage()));
    }
  }

  /** {@return this as a program's trailer says it} */
  Reproducer reproducer() {
    return new Reproducer(pipeline.toString(), threads == 1, eachVerified);
  }

  private static InvalidInputException fault(Program program, String message) {
    return new InvalidInputException(program.module().reportLocation(), message);
  }
}
