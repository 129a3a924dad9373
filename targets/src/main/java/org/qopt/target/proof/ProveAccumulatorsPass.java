package org.qopt.target.proof;

import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.pass.Anchor;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInfo;
import org.qopt.target.Target;
import org.qopt.target.Targets;

/** Writes on every operation that sums how large its sums can become. */
public record ProveAccumulatorsPass() implements Pass {
  /** The name of the attribute that holds the bound. */
  public static final String BOUND = "accumulator_bound";

  @Override
  public PassInfo info() {
    return PassInfo.of(
            "prove-accumulators", "writes on operations how large their accumulators become")
        .describedAs(
            """
            The bound follows from the weights, the bias and the integers that the input may be; no \
            input and no order of summation leads beyond it. An operation whose accumulator could \
            overflow is not valid in the first place; with the attribute 'accumulator_bound' the \
            verifier also holds the bound itself.

            before:
              %y = tpu.fully_connected %x, %w {...}
            after:
              %y = tpu.fully_connected %x, %w {accumulator_bound = 17018 : i64, ...}""")
        .on(Anchor.MODULE);
  }

  @Override
  public void run(Operation operation, PassContext context) {
    Targets targets = Targets.load();
    operation.walk(
        nested ->
            targets
                .find(nested.dialect())
                .map(Targets.Selection::target)
                .flatMap(target -> bound(target, nested))
                .ifPresent(
                    bound -> {
                      nested.setAttribute(BOUND, IntegerAttr.i64(bound.magnitude()));
                      context.count("accumulators proved", 1);
                    }));
  }

  private static Optional<AccumulatorBound> bound(Target target, Operation operation) {
    return target.accumulator(operation);
  }
}
