package org.qopt.dialect.bfp;

import org.qopt.dialect.bfp.Sharing.PerBlock;
import org.qopt.dialect.bfp.Sharing.PerChannel;
import org.qopt.dialect.bfp.Sharing.PerTensor;
import org.qopt.ir.type.Shape;

/**
 * Which exponent belongs to an element of a tensor, both counted in row-major order. Elements form
 * runs of {@code run} neighbours with one exponent.
 *
 * @param count how many exponents there are
 * @param row how many elements a row of runs has: after it, the runs are counted from 0 again
 *     (channels), or on (blocks, whose last run of a row may be shorter)
 * @param run how many neighbours share an exponent
 * @param perRow how many exponents a row has
 * @param wraps whether rows have the same exponents
 */
record Grouping(int count, int row, int run, int perRow, boolean wraps) {
  static Grouping of(Sharing sharing, Shape shape) {
    int elements = Math.toIntExact(shape.elements());
    return switch (sharing) {
      case PerTensor _ -> new Grouping(1, Math.max(1, elements), Math.max(1, elements), 1, true);
      case PerChannel(int axis) -> {
        int inner = 1;
        for (int i = axis + 1; i < shape.rank(); i++) {
          inner *= shape.size(i);
        }
        int channels = shape.size(axis);
        yield new Grouping(
            channels, Math.max(1, channels * inner), Math.max(1, inner), channels, true);
      }
      case PerBlock(int size) -> {
        int width = shape.rank() == 0 ? 1 : shape.size(shape.rank() - 1);
        int perRow = Math.ceilDiv(width, size);
        yield new Grouping(
            width == 0 ? 0 : elements / width * perRow,
            Math.max(1, width),
            Math.min(size, Math.max(1, width)),
            perRow,
            false);
      }
    };
  }

  /** {@return the exponent of element {@code index}} */
  int exponent(int index) {
    int inRow = index % row / run;
    return wraps ? inRow : index / row * perRow + inRow;
  }
}
