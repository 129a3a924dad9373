package org.qopt.passes.composite;

import com.google.common.collect.ImmutableList;
import org.qopt.ir.Operation;
import org.qopt.ir.print.PrintOptions;
import org.qopt.ir.print.Printer;
import org.qopt.pass.Anchor;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInfo;
import org.qopt.pass.Pipeline;
import org.qopt.pass.remark.Remark;

/**
 * {@code composite-fixed-point-pass}: runs a pipeline until it changes nothing.
 *
 * @param name the name in dumps and reports
 * @param pipeline what is run
 * @param maxIterations after how many runs to stop
 */
public record FixedPointPass(String name, Pipeline pipeline, int maxIterations) implements Pass {
  /** The pass with its default options. */
  public static final FixedPointPass DEFAULT =
      new FixedPointPass(
          "CompositeFixedPointPass", new Pipeline(Anchor.ANY, ImmutableList.of()), 10);

  private static final String NAME = "composite-fixed-point-pass";

  /** Checks the options. */
  public FixedPointPass {
    if (maxIterations < 1) {
      throw new IllegalArgumentException(
          "expected 'max-iterations' of at least 1, but got " + maxIterations);
    }
  }

  @Override
  public PassInfo info() {
    return PassInfo.of(NAME, "runs a pipeline until it changes nothing")
        .titled(name)
        .describedAs(
            """
            Runs the pipeline on what the pass runs on, again and again, until a run leaves the \
            program as it was. That it did not after 'max-iterations' runs is told as a remark.

            ```
            --composite-fixed-point-pass="name=Simplify pipeline=any(canonicalize,cse)"
            ```""")
        .option("name", "the name in dumps and reports")
        .option("pipeline", "what is run")
        .option("max-iterations", "how many times to run it at most");
  }

  @Override
  public void run(Operation operation, PassContext context) {
    String before = text(operation);
    for (int i = 0; i < maxIterations; i++) {
      context.run(pipeline, operation);
      String after = text(operation);
      if (after.equals(before)) {
        return;
      }
      before = after;
    }
    context.remark(
        Remark.of(
                Remark.Kind.MISSED,
                NAME,
                name,
                operation,
                "'%s' still changed the program in run %d".formatted(name, maxIterations))
            .with("iterations", maxIterations)
            .shownAlways());
  }

  private static String text(Operation operation) {
    return Printer.toText(operation, PrintOptions.GENERIC);
  }
}
