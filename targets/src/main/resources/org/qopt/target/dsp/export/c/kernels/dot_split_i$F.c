/* The same for one row. */
static int64_t dot_split_i$F(const int16_t *restrict high, const int16_t *restrict low,
                             const int$F_t *restrict weights, int32_t depth) {
  int64_t sum = 0;
  for (int32_t start = 0; start < depth; start += 256) {
    int32_t end = depth - start < 256 ? depth : start + 256;
    int32_t high_sum = 0, low_sum = 0;
    for (int32_t i = start; i < end; i++) {
      high_sum += high[i] * weights[i];
      low_sum += low[i] * weights[i];
    }
    sum += (int64_t)high_sum * 256 + low_sum;
  }
  return sum;
}
