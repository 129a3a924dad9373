package org.qopt.pass.instrument;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.pass.PassInfo;
import org.qopt.pass.PassInstrumentation;
import org.qopt.pass.PassRun;

/** Prints the program before and after passes, under the banners that mlir-opt prints. */
public final class IrPrinting implements PassInstrumentation {
  private final IrPrintingOptions options;
  private final Function<Operation, String> text;
  private final IrDumpTarget target;
  private final Map<PassRun, String> before = new ConcurrentHashMap<>();

  /**
   * An instrumentation that prints.
   *
   * @param options when to print, and how much
   * @param text makes the text of an operation, with a line break at its end
   * @param target takes the dumps
   */
  public IrPrinting(
      IrPrintingOptions options, Function<Operation, String> text, IrDumpTarget target) {
    this.options = options;
    this.text = text;
    this.target = target;
  }

  @Override
  public void beforePass(PassRun run) {
    if (options.printsBefore(run.pass())) {
      dump(run, "Before %s (%s)");
    }
    if (options.afterChange()) {
      before.put(run, text.apply(run.operation()));
    }
  }

  @Override
  public void afterPass(PassRun run) {
    boolean unchanged =
        options.afterChange() && text.apply(run.operation()).equals(before.remove(run));
    if (options.printsAfter(run.pass()) && !unchanged) {
      dump(run, "After %s (%s)");
    }
  }

  @Override
  public void afterPassFailed(PassRun run, InvalidInputException failure) {
    before.remove(run);
    if (options.afterFailure() || options.printsAfter(run.pass())) {
      dump(run, "After %s Failed (%s)");
    }
  }

  private void dump(PassRun run, String when) {
    PassInfo pass = run.pass().info();
    Operation shown = options.moduleScope() ? outermost(run.operation()) : run.operation();
    String scope = options.moduleScope() ? " (" + describe(run.operation()) + ")" : "";
    String banner =
        "// -----// IR Dump %s%s //----- //\n"
            .formatted(when.formatted(pass.title(), pass.name()), scope);
    target.take(run, banner + text.apply(shown));
  }

  private static Operation outermost(Operation operation) {
    Operation current = operation;
    while (current.parentOp().isPresent()) {
      current = current.parentOp().get();
    }
    return current;
  }

  private static String describe(Operation operation) {
    String symbol =
        operation.attribute("sym_name", StringAttr.class).map(n -> ": @" + n.value()).orElse("");
    return "'" + operation.name() + "' operation" + symbol;
  }
}
