package org.qopt.cli.reduce;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.qopt.cli.opt.PipelineProbe;
import org.qopt.ir.Cloner;
import org.qopt.ir.Program;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.diagnostic.Severity;
import org.qopt.ir.location.UnknownLocation;

/**
 * A pipeline that runs in this process says by its diagnostics whether a program is of interest.
 */
final class PassesInterest implements Interest {
  // Threads cannot be stopped; each that hangs takes a processor from the others.
  private static final int MOST_HANGING = 4;

  private final PipelineProbe probe;
  private final Optional<Pattern> diagnostic;
  private final Duration timeout;
  private int hanging;

  /**
   * @param probe runs the pipeline
   * @param diagnostic what one of the diagnostics must have a match of; without it, that the
   *     pipeline fails is enough
   * @param timeout after how long a program counts as not of interest
   */
  PassesInterest(PipelineProbe probe, Optional<Pattern> diagnostic, Duration timeout) {
    this.probe = probe;
    this.diagnostic = diagnostic;
    this.timeout = timeout;
  }

  @Override
  public boolean isIn(Program program) {
    Program copy = program.withModule(Cloner.copyOf(program.module()));
    FutureTask<List<Diagnostic>> run = new FutureTask<>(() -> probe.run(copy));
    Thread thread = Thread.ofPlatform().daemon().name("reduce-passes").unstarted(run);
    thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
    thread.start();
    try {
      return isWanted(run.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      thread.interrupt();
      countHanging();
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      // The pipeline turns whatever a pass throws into a diagnostic, but for what the machine
      // lacks.
      return diagnostic.isEmpty();
    }
  }

  private boolean isWanted(List<Diagnostic> found) {
    return diagnostic.isPresent()
        ? found.stream().anyMatch(one -> diagnostic.get().matcher(one.message()).find())
        : found.stream().anyMatch(one -> one.severity() == Severity.ERROR);
  }

  private synchronized void countHanging() {
    hanging++;
    if (hanging >= MOST_HANGING) {
      throw new InvalidInputException(
          UnknownLocation.UNKNOWN,
          "the passes did not end within %d seconds on %d programs; a script as --test can be stopped"
              .formatted(timeout.toSeconds(), hanging));
    }
  }

  @Override
  public String absence() {
    return diagnostic.isPresent()
        ? "the program is not of interest: no diagnostic of the passes has a match of '%s'"
            .formatted(diagnostic.get())
        : "the program is not of interest: the passes do not fail on it";
  }
}
