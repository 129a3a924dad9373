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
import org.qopt.pass.instrument.IrPrintingOptions.Change;

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
   * @param text makes the text of an operation, valid or not, with a line break at its end
   * @param target takes the dumps
   */
  public IrPrinting(
      IrPrintingOptions options, Function<Operation, String> text, IrDumpTarget target) {
    this.options = options;
    this.text = text;
    this.target = target;
  }

  /** A whole program cannot be printed while others work on it; nor do dumps in one stream mix. */
  @Override
  public boolean isConcurrent() {
    return !options.moduleScope() && target.isConcurrent();
  }

  @Override
  public void beforePass(PassRun run) {
    if (options.printsBefore(run.pass())) {
      dump(run, "Before %s (%s)", text.apply(shown(run)));
    }
    if (comparesAfter(run)) {
      before.put(run, text.apply(run.operation()));
    }
  }

  private boolean comparesAfter(PassRun run) {
    return options.change() != Change.IGNORED
        && !options.afterFailure()
        && options.printsAfter(run.pass());
  }

  @Override
  public void afterPass(PassRun run) {
    if (options.afterFailure() || !options.printsAfter(run.pass())) {
      return;
    }
    if (options.change() == Change.IGNORED) {
      dump(run, "After %s (%s)", text.apply(shown(run)));
      return;
    }
    String old = before.remove(run);
    String now = text.apply(run.operation());
    if (!now.equals(old)) {
      dump(
          run,
          "After %s (%s)",
          options.change() == Change.DIFF ? TextDiff.of(old, now) : text.apply(shown(run)));
    }
  }

  @Override
  public void afterPassFailed(PassRun run, InvalidInputException failure) {
    before.remove(run);
    if (options.printsAfterFailed(run.pass())) {
      dump(run, "After %s Failed (%s)", text.apply(shown(run)));
    }
  }

  private void dump(PassRun run, String when, String shownText) {
    PassInfo pass = run.pass().info();
    String scope = options.moduleScope() ? " (" + describe(run.operation()) + ")" : "";
    String banner =
        "// -----// IR Dump %s%s //----- //\n"
            .formatted(when.formatted(pass.title(), pass.name()), scope);
    // As mlir-opt, whose text of a whole program ends with a line break of its own.
    boolean whole = shown(run).parentOp().isEmpty();
    target.take(run, banner + shownText + (whole ? "\n\n" : "\n"));
  }

  private Operation shown(PassRun run) {
    Operation current = run.operation();
    while (options.moduleScope() && current.parentOp().isPresent()) {
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
