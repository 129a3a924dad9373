package org.qopt.pass;

import java.util.Optional;
import org.qopt.ir.PluginLoader;
import org.qopt.ir.diagnostic.CodeFault;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.diagnostic.Severity;
import org.qopt.ir.location.UnknownLocation;
import org.qopt.pass.remark.Remark;

/** Runs single passes, and finds out whether what they leave is valid. Several threads use it. */
final class PassRunner {
  private final Verification verification;
  private final Instrumentations instrumentations;
  private final PassContext context;
  private final Optional<Watchdog> watchdog;

  PassRunner(
      Verification verification,
      Instrumentations instrumentations,
      PassContext context,
      Optional<Watchdog> watchdog) {
    this.verification = verification;
    this.instrumentations = instrumentations;
    this.context = context;
    this.watchdog = watchdog;
  }

  /**
   * Runs a pass and verifies what it left.
   *
   * @param outlet takes what it says, errors excepted
   * @throws InvalidInputException with its errors if it fails
   */
  void run(PassRun run, Outlet outlet) {
    HeldOutlet said = new HeldOutlet();
    Diagnostics errors = new Diagnostics();
    instrumentations.before(instrumentation -> instrumentation.beforePass(run));
    Optional<Throwable> thrown = attempt(run, said, errors);
    said.release(outlet);
    if (!errors.hasErrors()) {
      verify(run, errors);
    }
    if (errors.hasErrors()) {
      InvalidInputException failure = new InvalidInputException(errors.all());
      thrown.ifPresent(failure::initCause);
      instrumentations.after(instrumentation -> instrumentation.afterPassFailed(run, failure));
      throw failure;
    }
    run.analyses().retain(run.preserved());
    instrumentations.after(instrumentation -> instrumentation.afterPass(run));
    outlet.then(() -> instrumentations.after(instrumentation -> instrumentation.counted(run)));
  }

  private Optional<Throwable> attempt(PassRun run, HeldOutlet said, Diagnostics errors) {
    watchdog.ifPresent(dog -> dog.began(run));
    try {
      PipelineRun inner = new PipelineRun(this, instrumentations, 1);
      Outlet outlet = new ErrorsApart(said, errors);
      run.pass().run(run.operation(), context.forOnePass(outlet, run, inner));
      return Optional.empty();
    } catch (InvalidInputException e) {
      e.diagnostics().forEach(error -> errors.report(error.as(DiagnosticKind.PASS_FAILED)));
      return Optional.of(e);
    } catch (Throwable e) {
      // Whatever it is, the fault is that of the pass: also a lack of memory, or of a class.
      errors.report(unexpected(run, "pass '%s' failed unexpectedly", e));
      return Optional.of(e);
    } finally {
      watchdog.ifPresent(dog -> dog.ended(run));
    }
  }

  private static Diagnostic unexpected(PassRun run, String message, Throwable thrown) {
    return CodeFault.error(
        run.operation().reportLocation(), message.formatted(run.pass().info().name()), thrown);
  }

  private void verify(PassRun run, Diagnostics errors) {
    if (verification == Verification.NONE) {
      return;
    }
    Diagnostics invalid = new Diagnostics();
    instrumentations.before(instrumentation -> instrumentation.beforeVerify(run));
    try {
      verification.verify(run.operation(), invalid);
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
      // A rule that trips over what it was to check has found something invalid.
      invalid.report(unexpected(run, "what pass '%s' left cannot be verified", e));
    }
    instrumentations.after(instrumentation -> instrumentation.afterVerify(run));
    String note = "the program was valid before " + nameOf(run.pass());
    invalid.all().stream()
        .map(diagnostic -> diagnostic.withNote(UnknownLocation.UNKNOWN, note))
        .forEach(errors::report);
  }

  // Whoever reads the message may not know whose pass it is.
  private static String nameOf(Pass pass) {
    String name = "pass '" + pass.info().name() + "'";
    return pass.getClass().getClassLoader() instanceof PluginLoader plugin
        ? name + " of plugin '" + plugin.file() + "'"
        : name;
  }

  /** Keeps errors, which end the pass, apart from what else it says. */
  private record ErrorsApart(Outlet rest, Diagnostics errors) implements Outlet {
    @Override
    public void report(Diagnostic diagnostic) {
      if (diagnostic.severity() == Severity.ERROR) {
        errors.report(diagnostic.as(DiagnosticKind.PASS_FAILED));
      } else {
        rest.report(diagnostic);
      }
    }

    @Override
    public void remark(Remark remark) {
      rest.remark(remark);
    }

    @Override
    public void print(String text) {
      rest.print(text);
    }

    @Override
    public void then(Runnable action) {
      rest.then(action);
    }
  }
}
