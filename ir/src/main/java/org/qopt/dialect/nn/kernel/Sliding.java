package org.qopt.dialect.nn.kernel;

import org.qopt.dialect.nn.shape.Window;
import org.qopt.ir.type.Shape;

/** Moves a window over NHWC images and tells which pixels it covers. */
public final class Sliding {
  private final Window window;
  private final int rows;
  private final int columns;

  private Sliding(Window window, Shape image) {
    this.window = window;
    this.rows = image.size(1);
    this.columns = image.size(2);
  }

  /** What is done at each position of the window. */
  public interface Task {
    /** Begins a position. */
    void begin();

    /**
     * Takes neighbouring pixels that the window covers; none lie outside of the image.
     *
     * @param pixel the index of the first among all pixels of the input
     * @param tap the index of the window's element that lies on it
     * @param count how many pixels lie under as many elements of the window
     */
    void cover(int pixel, int tap, int count);

    /** Ends a position, which belongs to pixel {@code pixel} of the result. */
    void end(int pixel);
  }

  /** Visits every position, in the order of the result's pixels. */
  public static void run(Window window, Shape image, Shape result, Task task) {
    Sliding sliding = new Sliding(window, image);
    int pixel = 0;
    for (int n = 0; n < result.size(0); n++) {
      for (int y = 0; y < result.size(1); y++) {
        for (int x = 0; x < result.size(2); x++) {
          task.begin();
          sliding.cover(n, y, x, task);
          task.end(pixel++);
        }
      }
    }
  }

  private void cover(int n, int y, int x, Task task) {
    int top = y * window.strides().height() - window.padding().top();
    int left = x * window.strides().width() - window.padding().left();
    int down = window.dilations().height();
    int right = window.dilations().width();
    int firstRow = first(top, down);
    int endRow = end(top, down, rows, window.height());
    int firstColumn = first(left, right);
    int endColumn = end(left, right, columns, window.width());
    for (int i = firstRow; i < endRow; i++) {
      int line = (n * rows + top + i * down) * columns + left;
      int tap = i * (int) window.width();
      if (right == 1 && firstColumn < endColumn) {
        task.cover(line + firstColumn, tap + firstColumn, endColumn - firstColumn);
        continue;
      }
      for (int j = firstColumn; j < endColumn; j++) {
        task.cover(line + j * right, tap + j, 1);
      }
    }
  }

  // The first element of the window that is not before the image.
  private static int first(int start, int step) {
    return start >= 0 ? 0 : Math.ceilDiv(-start, step);
  }

  // The first element of the window that is behind the image.
  private static int end(int start, int step, int size, long window) {
    return (int) Math.min(window, Math.max(0, Math.ceilDiv(size - start, step)));
  }
}
