package org.qopt.cli.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

class ErrorStatisticsProperties {
  /** A value of the reference and the candidate's, at one place. */
  record Pair(float x, float y) {}

  @Provide
  Arbitrary<List<Pair>> pairs() {
    Arbitrary<Float> values = Arbitraries.floats().between(-100, 100);
    return Combinators.combine(values, values).as(Pair::new).list().ofMinSize(1).ofMaxSize(30);
  }

  @Property
  void agreesWithTheDefinition(@ForAll("pairs") List<Pair> pairs) {
    ErrorStatistics statistics = new ErrorStatistics();
    // In two parts: what was taken before must count.
    int half = pairs.size() / 2;
    add(statistics, pairs.subList(0, half));
    add(statistics, pairs.subList(half, pairs.size()));
    double signal = pairs.stream().mapToDouble(p -> (double) p.x() * p.x()).sum();
    double found = pairs.stream().mapToDouble(p -> (double) p.y() * p.y()).sum();
    double product = pairs.stream().mapToDouble(p -> (double) p.x() * p.y()).sum();
    double noise = pairs.stream().mapToDouble(p -> Math.pow((double) p.x() - p.y(), 2)).sum();
    double largest =
        pairs.stream().mapToDouble(p -> Math.abs((double) p.x() - p.y())).max().orElseThrow();
    assertEquals(largest, statistics.largestError());
    assertEquals(noise == 0, statistics.isExact());
    assertEquals(noise > 0, statistics.sqnr().isPresent());
    if (noise > 0 && signal > 0) {
      assertEquals(10 * Math.log10(signal / noise), statistics.sqnr().orElseThrow(), 1e-9);
    }
    if (signal > 0 && found > 0) {
      assertEquals(product / Math.sqrt(signal) / Math.sqrt(found), statistics.cosine(), 1e-9);
    }
  }

  @Example
  void equalTensorsHaveNoSqnr() {
    ErrorStatistics same = of(new float[] {1, -2, 0}, new float[] {1, -2, -0f});
    assertEquals(OptionalDouble.empty(), same.sqnr());
    assertTrue(same.isExact());
    assertEquals(0, same.largestError());
    assertEquals(1, same.cosine());
  }

  @Example
  void allZerosAreAlike() {
    ErrorStatistics zeros = of(new float[2], new float[2]);
    assertEquals(OptionalDouble.empty(), zeros.sqnr());
    assertEquals(1, zeros.cosine());
  }

  @Example
  void noiseWithoutSignalIsInfinitelyBad() {
    ErrorStatistics noise = of(new float[1], new float[] {3});
    assertEquals(OptionalDouble.of(Double.NEGATIVE_INFINITY), noise.sqnr());
    assertEquals(0, noise.cosine());
  }

  @Example
  void nanIsNeverExact() {
    for (float[] found : List.of(new float[] {1, Float.NaN}, new float[] {1, 2})) {
      ErrorStatistics nan = of(new float[] {1, Float.NaN}, found);
      assertFalse(nan.isExact());
      assertTrue(Double.isNaN(nan.largestError()));
      assertTrue(Double.isNaN(nan.sqnr().orElseThrow()));
    }
  }

  @Example
  void nanIsNotForgotten() {
    ErrorStatistics statistics = of(new float[] {1}, new float[] {Float.NaN});
    add(statistics, List.of(new Pair(1, 1)));
    assertFalse(statistics.isExact());
    assertTrue(Double.isNaN(statistics.largestError()));
  }

  @Example
  void equalInfinitiesAreExact() {
    float[] values = {Float.POSITIVE_INFINITY, 1};
    ErrorStatistics same = of(values, values);
    assertTrue(same.isExact());
    assertEquals(OptionalDouble.empty(), same.sqnr());
    assertEquals(0, same.largestError());
  }

  @Example
  void refusesTensorsOfDifferentSizes() {
    assertThrows(IllegalArgumentException.class, () -> of(new float[2], new float[3]));
  }

  private static ErrorStatistics of(float[] reference, float[] candidate) {
    ErrorStatistics statistics = new ErrorStatistics();
    statistics.add(tensor(reference), tensor(candidate));
    return statistics;
  }

  private static void add(ErrorStatistics statistics, List<Pair> pairs) {
    float[] x = new float[pairs.size()];
    float[] y = new float[pairs.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = pairs.get(i).x();
      y[i] = pairs.get(i).y();
    }
    statistics.add(tensor(x), tensor(y));
  }

  private static Tensor tensor(float[] values) {
    return Tensor.of(Shape.of(values.length), values);
  }
}
