package org.qopt.peers.numerics;

/**
 * Parameters for products of one input and one weight, each channel scaled so that odd inputs lie
 * within a float32 rounding of a half: where the way that leads to a multiplier shows.
 *
 * @param weights 1 to 127, one for each output channel
 * @param weightScales as many
 */
record NearHalves(
    float inputScale, int inputZero, float outputScale, byte[] weights, float[] weightScales) {
  static NearHalves random(Generator random) {
    float inputScale = random.scale(0.05);
    float outputScale = random.scale(0.05);
    byte[] weights = new byte[127];
    float[] weightScales = new float[weights.length];
    for (int c = 0; c < weights.length; c++) {
      weights[c] = (byte) (c + 1);
      double half = 0.5 * (2 * random.between(0, 2) + 1);
      weightScales[c] = (float) (half * outputScale / inputScale / weights[c]);
    }
    return new NearHalves(inputScale, random.zeroPoint(), outputScale, weights, weightScales);
  }

  int outputs() {
    return weights.length;
  }

  int[] noBias() {
    return new int[weights.length];
  }
}
