package org.qopt.target.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Sums over all inputs of a window for each output channel: the inner part of convolutions and
 * matrix products. Four pixels and two vectors of channels are summed at a time.
 */
final class DenseSums {
  /** How many pixels are summed at a time. */
  static final int PIXELS = 4;

  /** How many channels are summed at a time. */
  static final int CHANNELS = 2 * Lanes.COUNT;

  private final Runs runs;
  private final int terms;
  private final float[] packed;

  /**
   * Packs the weights, so that those of neighbouring channels are neighbours.
   *
   * @param weights {@code terms} weights for each of {@code channels} channels, weight {@code t} of
   *     channel {@code c} at {@code c * terms + t}
   */
  DenseSums(Runs runs, int[] weights, int channels, int terms) {
    this.runs = runs;
    this.terms = terms;
    this.packed = new float[Lanes.roundUp(channels, CHANNELS) * terms];
    for (int c = 0; c < channels; c++) {
      int block = c / CHANNELS * CHANNELS * terms + c % CHANNELS;
      for (int t = 0; t < terms; t++) {
        packed[block + t * CHANNELS] = weights[c * terms + t];
      }
    }
  }

  /**
   * Adds the sums of four pixels to {@code sums}, {@link #CHANNELS} for each pixel.
   *
   * @param channel the first channel, a multiple of {@link #CHANNELS}
   */
  void add(float[] input, int p0, int p1, int p2, int p3, int channel, int[] sums) {
    int weight = channel * terms;
    int run = 0;
    for (int end : runs.partEnd()) {
      weight = addPart(input, p0, p1, p2, p3, weight, run, end, sums);
      run = end;
    }
  }

  private int addPart(
      float[] x, int p0, int p1, int p2, int p3, int weight, int from, int end, int[] sums) {
    int[] offset = runs.offset();
    int[] length = runs.length();
    FloatVector a0 = FloatVector.zero(Lanes.FLOATS);
    FloatVector a1 = a0;
    FloatVector b0 = a0;
    FloatVector b1 = a0;
    FloatVector c0 = a0;
    FloatVector c1 = a0;
    FloatVector d0 = a0;
    FloatVector d1 = a0;
    int w = weight;
    for (int r = from; r < end; r++) {
      int start = offset[r];
      int count = length[r];
      for (int i = start; i < start + count; i++, w += CHANNELS) {
        FloatVector w0 = FloatVector.fromArray(Lanes.FLOATS, packed, w);
        FloatVector w1 = FloatVector.fromArray(Lanes.FLOATS, packed, w + Lanes.COUNT);
        FloatVector a = FloatVector.broadcast(Lanes.FLOATS, x[p0 + i]);
        a0 = a.fma(w0, a0);
        a1 = a.fma(w1, a1);
        FloatVector b = FloatVector.broadcast(Lanes.FLOATS, x[p1 + i]);
        b0 = b.fma(w0, b0);
        b1 = b.fma(w1, b1);
        FloatVector c = FloatVector.broadcast(Lanes.FLOATS, x[p2 + i]);
        c0 = c.fma(w0, c0);
        c1 = c.fma(w1, c1);
        FloatVector d = FloatVector.broadcast(Lanes.FLOATS, x[p3 + i]);
        d0 = d.fma(w0, d0);
        d1 = d.fma(w1, d1);
      }
    }
    take(a0, sums, 0);
    take(a1, sums, 1);
    take(b0, sums, 2);
    take(b1, sums, 3);
    take(c0, sums, 4);
    take(c1, sums, 5);
    take(d0, sums, 6);
    take(d1, sums, 7);
    return w;
  }

  private static void take(FloatVector part, int[] sums, int vector) {
    int at = vector * Lanes.COUNT;
    IntVector whole = (IntVector) part.convert(VectorOperators.F2I, 0);
    IntVector.fromArray(Lanes.INTS, sums, at).add(whole).intoArray(sums, at);
  }
}
