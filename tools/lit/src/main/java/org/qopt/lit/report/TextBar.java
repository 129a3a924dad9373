package org.qopt.lit.report;

import java.io.PrintStream;

/** Shows progress as numbers in a line, for what is no terminal. */
public final class TextBar implements ProgressBar {
  private static final int STEPS = 50;

  private final PrintStream out;
  private final Progress progress;
  private boolean isOpen;
  private int shown;

  /** A line on {@code out}. */
  public TextBar(PrintStream out, Progress progress) {
    this.out = out;
    this.progress = progress;
  }

  @Override
  public void begin(String header) {
    out.println(header);
    show(0);
  }

  @Override
  public void update(Finished done) {
    progress.add(done);
    show((int) (progress.fraction() * STEPS));
  }

  private void show(int step) {
    if (!isOpen) {
      out.print("Testing: ");
      shown = 0;
      isOpen = true;
    }
    for (; shown < step; shown++) {
      String number = String.valueOf(2 * shown);
      out.print(number.length() < 2 ? number + "  " : number + " ");
    }
  }

  @Override
  public void clear() {
    if (isOpen) {
      out.println();
      isOpen = false;
    }
  }
}
