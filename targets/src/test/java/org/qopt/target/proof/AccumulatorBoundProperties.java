package org.qopt.target.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AccumulatorBoundProperties {
  /** Whatever the inputs, no sum on the way leaves the bound. */
  @Property
  void noOrderOfTermsLeavesTheBound(
      @ForAll @Size(12) byte[] weights, @ForAll @Size(12) byte[] inputs, @ForAll int bias) {
    AccumulatorBound bound = bound(weights, bias);
    long sum = bias;
    for (int i = 0; i < weights.length; i++) {
      sum += (long) weights[i] * (inputs[i] + 3);
      assertTrue(sum >= bound.least() && sum <= bound.most());
    }
    assertTrue(0 >= bound.least() && 0 <= bound.most());
  }

  /** Some inputs reach it. */
  @Property
  void theBoundIsReached(
      @ForAll @Size(12) @ByteRange(min = -127) byte[] weights, @ForAll int bias) {
    AccumulatorBound bound = bound(weights, bias);
    long most = Math.max(bias, 0);
    long least = Math.min(bias, 0);
    for (byte weight : weights) {
      most += Math.max(weight * 130L, weight * -125L);
      least += Math.min(weight * 130L, weight * -125L);
    }
    assertEquals(new AccumulatorBound(least, most), bound);
    assertEquals(Math.max(most, -least), bound.magnitude());
  }

  @Test
  void aSumOfAllBitsFits() {
    assertTrue(new AccumulatorBound(Integer.MIN_VALUE, Integer.MAX_VALUE).fits(32));
    assertTrue(!new AccumulatorBound(0, 1L << 31).fits(32));
    assertTrue(!new AccumulatorBound(Integer.MIN_VALUE - 1L, 0).fits(32));
  }

  private static AccumulatorBound bound(byte[] weights, int bias) {
    AccumulatorBound.Builder sum = AccumulatorBound.ofInputs(-125, 130).add(bias);
    for (byte weight : weights) {
      sum.addProduct(weight);
    }
    return sum.build();
  }
}
