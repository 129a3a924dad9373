package org.qopt.lit.report;

import java.io.PrintStream;

/** A bar of three lines on a terminal: a title, the bar with the time left, and the last test. */
public final class TerminalBar implements ProgressBar {
  private static final String CLEAR_LINE = "\u001b[K";
  private static final String UP = "\u001b[1A";
  private static final String NORMAL = "\u001b[0m";
  private static final String BOLD = "\u001b[1m";
  private static final String TITLE = BOLD + "\u001b[36m";
  private static final String GREEN = "\u001b[32m";
  private static final String RED = "\u001b[31m";
  private static final int SECONDS_PER_HOUR = 3600;

  private final PrintStream out;
  private final Progress progress;
  private final int width;
  private final long start = System.nanoTime();
  private String header = "";
  private String color = GREEN;
  private boolean isDrawn;

  /**
   * A bar on {@code out}.
   *
   * @param width how many columns the terminal has
   */
  public TerminalBar(PrintStream out, Progress progress, int width) {
    this.out = out;
    this.progress = progress;
    this.width = width;
  }

  @Override
  public void begin(String title) {
    header = title;
    draw("");
  }

  @Override
  public void update(Finished done) {
    progress.add(done);
    if (done.result().code().isFailure()) {
      color = RED;
    }
    draw(done.test().name());
  }

  private void draw(String message) {
    if (!isDrawn) {
      out.print(TITLE + " ".repeat(Math.max(0, (width - header.length()) / 2)) + header + NORMAL);
      out.print("\n\n\n");
      isDrawn = true;
    }
    double fraction = progress.fraction();
    String prefix = String.format("%3d%% ", (int) (fraction * 100));
    String suffix = remaining(fraction);
    int bar = Math.max(0, width - prefix.length() - suffix.length() - 2);
    int filled = (int) (bar * fraction);
    String text =
        message.length() < width
            ? message
            : "... " + message.substring(message.length() - width + "... ".length());
    out.print(
        "\r"
            + UP
            + UP
            + CLEAR_LINE
            + prefix
            + color
            + "["
            + BOLD
            + "=".repeat(filled)
            + "-".repeat(bar - filled)
            + NORMAL
            + color
            + "]"
            + NORMAL
            + suffix
            + "\n"
            + CLEAR_LINE
            + text
            + "\n");
    out.flush();
  }

  private String remaining(double fraction) {
    double elapsed = (System.nanoTime() - start) / 1e9;
    if (fraction <= 0.0001 || elapsed <= 1) {
      return "";
    }
    int left = (int) (elapsed / fraction - elapsed);
    return String.format(
        " ETA: %02d:%02d:%02d", left / SECONDS_PER_HOUR, left / 60 % 60, left % 60);
  }

  @Override
  public void clear() {
    if (isDrawn) {
      out.print("\r" + (UP + CLEAR_LINE).repeat(3));
      out.flush();
      isDrawn = false;
    }
  }
}
