package org.qopt.passes.shapeinference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class DimTest {
  private static final Dim A = Dim.symbol(0);
  private static final Dim B = Dim.symbol(1);

  // k·a + m·b + n
  private static Dim linear(int k, int m, int n) {
    return A.times(Dim.of(k))
        .flatMap(x -> B.times(Dim.of(m)).flatMap(x::plus))
        .flatMap(x -> x.plus(Dim.of(n)))
        .orElseThrow();
  }

  private static long value(Dim dim, long a, long b) {
    return dim.terms().entrySet().stream()
        .mapToLong(
            term ->
                term.getKey().stream()
                    .mapToLong(symbol -> symbol == 0 ? a : b)
                    .reduce(term.getValue(), (x, y) -> x * y))
        .sum();
  }

  @Property
  void computesAsNumbersDo(
      @ForAll @IntRange(min = -9, max = 9) int k,
      @ForAll @IntRange(min = -9, max = 9) int m,
      @ForAll @IntRange(min = -9, max = 9) int n,
      @ForAll @IntRange(min = 1, max = 50) int a,
      @ForAll @IntRange(min = 1, max = 50) int b) {
    Dim x = linear(k, m, n);
    Dim y = linear(n, k, m);
    assertEquals(value(x, a, b) + value(y, a, b), value(x.plus(y).orElseThrow(), a, b));
    assertEquals(value(x, a, b) * value(y, a, b), value(x.times(y).orElseThrow(), a, b));
  }

  @Property
  void nothingIsLessThanTheLeast(
      @ForAll @IntRange(min = -9, max = 9) int k,
      @ForAll @IntRange(min = -9, max = 9) int m,
      @ForAll @IntRange(min = -9, max = 9) int n,
      @ForAll @IntRange(min = 1, max = 50) int a,
      @ForAll @IntRange(min = 1, max = 50) int b) {
    Dim x = linear(k, m, n);
    assertEquals(k >= 0 && m >= 0, x.least().isPresent());
    assertTrue(value(x, a, b) >= x.least().orElse(Long.MIN_VALUE));
    assertEquals(x.least().orElse(0), k >= 0 && m >= 0 ? value(x, 1, 1) : 0);
  }

  @Property
  void divisionUndoesMultiplication(
      @ForAll @IntRange(min = -9, max = 9) int k,
      @ForAll @IntRange(min = -9, max = 9) int m,
      @ForAll @IntRange(min = 1, max = 9) int n) {
    Dim x = linear(k, m, n);
    Dim y = A.times(B).flatMap(product -> product.times(Dim.of(n))).orElseThrow();
    assertEquals(Optional.of(x), x.times(y).flatMap(product -> product.dividedBy(y)));
  }

  @Property
  void quotientAndRestMakeTheWhole(
      @ForAll @IntRange(min = -9, max = 9) int k,
      @ForAll @IntRange(min = -9, max = 9) int m,
      @ForAll @IntRange(min = -9, max = 9) int n,
      @ForAll @IntRange(min = 1, max = 5) int divisor) {
    Dim x = linear(k, m, n);
    Dim multiple = x.quotient(divisor).times(Dim.of(divisor)).orElseThrow();
    assertEquals(x, multiple.plus(x.rest(divisor)).orElseThrow());
    assertTrue(x.rest(divisor).terms().values().stream().allMatch(f -> f > 0 && f < divisor));
  }

  @Test
  void divisionThatLeavesARestIsNone() {
    assertEquals(Optional.empty(), linear(2, 0, 1).dividedBy(Dim.of(2)));
    assertEquals(Optional.empty(), A.dividedBy(B));
    assertEquals(Optional.empty(), A.dividedBy(Dim.of(0)));
  }

  @Test
  void whatGrowsTooLargeIsNone() {
    assertEquals(Optional.empty(), Dim.of(Long.MAX_VALUE - 1).times(Dim.of(2)));
  }
}
