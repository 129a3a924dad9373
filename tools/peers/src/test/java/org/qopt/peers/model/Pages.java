package org.qopt.peers.model;

import com.google.common.collect.ImmutableList;
import java.util.Random;
import java.util.stream.IntStream;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

/** Pictures of pages with lines of signs made of strokes, in the range that detectors expect. */
final class Pages {
  private static final int SIZE = 96;

  /** The shape of a page: NCHW. */
  static final Shape SHAPE = Shape.of(1, 3, SIZE, SIZE);

  private static final float PAPER = 2;
  private static final float INK = -1.5f;

  private Pages() {}

  /** {@return pages, the same for the same state of {@code random}} */
  static ImmutableList<Tensor> random(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(_ -> page(random))
        .collect(ImmutableList.toImmutableList());
  }

  private static Tensor page(Random random) {
    boolean[][] ink = new boolean[SIZE][SIZE];
    int height = 8 + random.nextInt(9);
    for (int top = 4; top + height < SIZE; top += height + 4 + random.nextInt(9)) {
      int end = SIZE / 2 + random.nextInt(SIZE / 2 - height);
      for (int left = 4; left < end; left += height * 3 / 4) {
        sign(random, ink, top, left, height);
      }
    }
    float[] values = new float[3 * SIZE * SIZE];
    for (int i = 0; i < values.length; i++) {
      int pixel = i % (SIZE * SIZE);
      float level = ink[pixel / SIZE][pixel % SIZE] ? INK : PAPER;
      values[i] = level + 0.1f * (float) random.nextGaussian();
    }
    return Tensor.of(SHAPE, values);
  }

  private static void sign(Random random, boolean[][] ink, int top, int left, int height) {
    for (int stroke = 0; stroke < 3; stroke++) {
      boolean upright = random.nextBoolean();
      int at = random.nextInt(height / 2);
      for (int i = 0; i < height / 2; i++) {
        ink[top + (upright ? 2 * i : 2 * at)][left + (upright ? at : i)] = true;
        ink[top + (upright ? 2 * i + 1 : 2 * at)][left + (upright ? at : i)] = true;
      }
    }
  }
}
