package org.qopt.target.cpu.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qopt.target.cpu.numerics.Sum.Repeated;

/**
 * All 65,536 pairs of values on a grid of parameters, against the real result. That is computed in
 * double, which holds products of a float32 and a byte exactly.
 */
class ElementwiseTest {
  /** What float32 loses beyond the rounding to an integer, in steps of the result. */
  private static final double LOST = 1e-3;

  /**
   * Parameters of operands and result.
   *
   * @param a of the first operand
   * @param b of the second operand
   * @param result of the result
   */
  record Parameters(Affine a, Affine b, Affine result) {}

  static Stream<Parameters> grid() {
    return Stream.of(
        new Parameters(new Affine(0.5f, -3), new Affine(0.25f, 0), new Affine(1, 4)),
        new Parameters(new Affine(0.0371f, -128), new Affine(0.0123f, 127), new Affine(0.05f, -8)),
        new Parameters(new Affine(1 / 255f, -128), new Affine(0.07f, 11), new Affine(0.02f, -128)),
        new Parameters(new Affine(3e-5f, 5), new Affine(2e-5f, -77), new Affine(4e-5f, 127)),
        new Parameters(new Affine(12.5f, 1), new Affine(0.001f, -1), new Affine(9.75f, -2)),
        new Parameters(new Affine(0.1f, 0), new Affine(0.1f, 0), new Affine(0.1f, 0)));
  }

  @ParameterizedTest
  @MethodSource("grid")
  void sumsAreNearest(Parameters parameters) {
    for (Repeated repeated : Repeated.values()) {
      Sum sum = new Sum(parameters.a(), parameters.b(), parameters.result(), repeated);
      assertNearest(parameters, sum, Double::sum);
    }
  }

  @ParameterizedTest
  @MethodSource("grid")
  void productsAreNearest(Parameters parameters) {
    Product product = new Product(parameters.a(), parameters.b(), parameters.result());
    assertNearest(parameters, product, (a, b) -> a * b);
  }

  @Test
  void halvesGoToTheEvenNeighbour() {
    Affine half = new Affine(0.5f, 0);
    Affine one = new Affine(1, 0);
    Sum sum = new Sum(half, half, one, Repeated.NEITHER);
    assertEquals(0, sum.apply((byte) 1, (byte) 0));
    assertEquals(2, sum.apply((byte) 3, (byte) 0));
    assertEquals(-2, sum.apply((byte) -3, (byte) 0));
    Product product = new Product(half, one, one);
    assertEquals(0, product.apply((byte) 1, (byte) 1));
    assertEquals(2, product.apply((byte) 3, (byte) 1));
  }

  private static void assertNearest(
      Parameters parameters, Elementwise function, DoubleBinaryOperator real) {
    Affine result = parameters.result();
    for (int a = Byte.MIN_VALUE; a <= Byte.MAX_VALUE; a++) {
      for (int b = Byte.MIN_VALUE; b <= Byte.MAX_VALUE; b++) {
        double steps =
            real.applyAsDouble(value(parameters.a(), a), value(parameters.b(), b)) / result.scale();
        double exact = Math.clamp(steps + result.zeroPoint(), Byte.MIN_VALUE, Byte.MAX_VALUE);
        byte found = function.apply((byte) a, (byte) b);
        if (Math.abs(found - exact) > 0.5 + LOST) {
          String pair = a + " and " + b + " give " + found;
          assertTrue(false, () -> pair + ", not " + exact + ", with " + parameters);
        }
      }
    }
  }

  private static double value(Affine parameters, int q) {
    return (q - parameters.zeroPoint()) * (double) parameters.scale();
  }
}
