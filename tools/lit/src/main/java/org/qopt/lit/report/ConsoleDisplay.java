package org.qopt.lit.report;

import java.io.PrintStream;
import java.util.Optional;
import org.qopt.lit.ResultCode;

/** Prints results as they come. */
public final class ConsoleDisplay {
  private static final String STARS = "*".repeat(20);

  private final DisplayOptions options;
  private final int selected;
  private final PrintStream out;
  private final Optional<ProgressBar> bar;
  private final String header;
  private int finished;

  /**
   * A display.
   *
   * @param selected how many tests run
   * @param discovered how many there are
   * @param bar what shows the progress, if something does
   */
  public ConsoleDisplay(
      DisplayOptions options,
      int selected,
      int discovered,
      int workers,
      PrintStream out,
      Optional<ProgressBar> bar) {
    this.options = options;
    this.selected = selected;
    this.out = out;
    this.bar = bar;
    String of = selected == discovered ? "" : " of " + discovered;
    this.header = "-- Testing: " + selected + of + " tests, " + workers + " workers --";
  }

  /** Prints what stands before all results. */
  public void begin() {
    if (options.quiet()) {
      return;
    }
    if (bar.isPresent()) {
      bar.get().begin(header);
    } else {
      out.println(header);
    }
  }

  /** Shows a result. */
  public void add(Finished done) {
    finished++;
    if (options.quiet()) {
      return;
    }
    if (done.result().code().isFailure() || options.all() || !options.succinct()) {
      bar.ifPresent(ProgressBar::clear);
      print(done);
    }
    bar.ifPresent(progress -> progress.update(done));
    out.flush();
  }

  private void print(Finished done) {
    ResultCode code = done.result().code();
    String name = done.test().name();
    out.println(code + ": " + name + " (" + finished + " of " + selected + ")");
    if (!options.all() && !(options.verbose() && code.isFailure())) {
      return;
    }
    if (code.isFailure()) {
      out.println(STARS + " TEST '" + name + "' FAILED " + STARS);
    }
    out.println(done.result().output());
    if (code.isFailure()) {
      out.println("To run it again alone: " + done.test().callAgain());
    }
    out.println(STARS);
  }

  /** Takes away what is not to stay. */
  public void end() {
    bar.ifPresent(ProgressBar::clear);
  }
}
