package org.qopt.target.cpu.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functions of one value, over all 256 of them. */
class UnaryTest {
  private static final Affine SHARE = new Affine(Math.nextDown(1 / 255f), -128);

  @ParameterizedTest
  @CsvSource({"0.5, -3", "0.0371, -128", "1e-5, 127", "300, 0", "1.17549435E-38, 1"})
  void whatIsStoredComesBack(float scale, int zeroPoint) {
    Affine parameters = new Affine(scale, zeroPoint);
    for (int q = Byte.MIN_VALUE; q <= Byte.MAX_VALUE; q++) {
      assertEquals(q, parameters.stored(parameters.real((byte) q)));
    }
  }

  @Test
  void halvesGoToTheEvenNeighbourAndTheRestIsCut() {
    Affine parameters = new Affine(0.5f, 1);
    assertEquals(1, parameters.stored(0.25f));
    assertEquals(3, parameters.stored(0.75f));
    assertEquals(1, parameters.stored(-0.25f));
    assertEquals(127, parameters.stored(1e30f));
    assertEquals(-128, parameters.stored(Float.NEGATIVE_INFINITY));
    assertEquals(-128, parameters.stored(Float.NaN));
  }

  @ParameterizedTest
  @CsvSource({"0.05, 0", "0.0371, -128", "0.3, 100", "1e-5, 127"})
  void sigmoidIsNearest(float scale, int zeroPoint) {
    Affine input = new Affine(scale, zeroPoint);
    Affine result = new Affine(1 / 255f, -128);
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) (i + Byte.MIN_VALUE);
    }
    byte[] found = new ByteTable(input, result, x -> 1 / (1 + Math.exp(-x))).execute(all);
    for (int i = 0; i < all.length; i++) {
      double exact = 255 / (1 + Math.exp(-(all[i] - zeroPoint) * (double) scale)) - 128;
      // What float32 loses of a number up to 255.
      assertEquals(exact, found[i], 0.5 + 1e-4);
    }
  }

  @ParameterizedTest
  @CsvSource({"0.01, 1", "0.1, 3", "0.5, 10", "2, 1000"})
  void softmaxIsNearest(float scale, int depth) {
    Affine input = new Affine(scale, 5);
    Affine result = SHARE;
    byte[] scores = new byte[depth];
    for (int i = 0; i < depth; i++) {
      scores[i] = (byte) (i * 37);
    }
    byte[] found = new Softmax(input, result, depth).execute(scores, 1);
    double sum = 0;
    for (byte score : scores) {
      sum += Math.exp(score * (double) scale);
    }
    for (int i = 0; i < depth; i++) {
      double exact = 255 * Math.exp(scores[i] * (double) scale) / sum - 128;
      assertEquals(exact, found[i], 0.5 + 1e-3);
    }
  }

  @Test
  void softmaxGoesAlongItsAxis() {
    Affine input = new Affine(0.1f, 0);
    Affine result = SHARE;
    byte[] rows = new Softmax(input, result, 2).execute(new byte[] {1, 50, 9, 2}, 1);
    byte[] columns = new Softmax(input, result, 2).execute(new byte[] {1, 9, 50, 2}, 2);
    assertEquals(rows[0], columns[0]);
    assertEquals(rows[1], columns[2]);
    assertEquals(rows[2], columns[1]);
    assertEquals(rows[3], columns[3]);
    assertTrue(rows[1] > rows[0] && rows[2] > rows[3]);
  }
}
