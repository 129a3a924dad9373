/*
 * Sums of products of four rows of 16-bit inputs with weights. An input is high * 256 + low, both
 * in a row of their own, so that 32 bits hold the sum of 256 products of either part.
 */
static void dot4_split_i$F(const int16_t *restrict high, const int16_t *restrict low,
                           const int$F_t *restrict weights, int32_t depth,
                           int64_t *restrict sums) {
  sums[0] = sums[1] = sums[2] = sums[3] = 0;
  for (int32_t start = 0; start < depth; start += 256) {
    int32_t end = depth - start < 256 ? depth : start + 256;
    int32_t high0 = 0, high1 = 0, high2 = 0, high3 = 0;
    int32_t low0 = 0, low1 = 0, low2 = 0, low3 = 0;
    for (int32_t i = start; i < end; i++) {
      int16_t weight = weights[i];
      high0 += high[i] * weight;
      low0 += low[i] * weight;
      high1 += high[depth + i] * weight;
      low1 += low[depth + i] * weight;
      high2 += high[2 * depth + i] * weight;
      low2 += low[2 * depth + i] * weight;
      high3 += high[3 * depth + i] * weight;
      low3 += low[3 * depth + i] * weight;
    }
    sums[0] += (int64_t)high0 * 256 + low0;
    sums[1] += (int64_t)high1 * 256 + low1;
    sums[2] += (int64_t)high2 * 256 + low2;
    sums[3] += (int64_t)high3 * 256 + low3;
  }
}
