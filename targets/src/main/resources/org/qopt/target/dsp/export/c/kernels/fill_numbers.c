/* Sets all numbers to value * 2^exponent. */
static void fill_numbers(int32_t value, int32_t exponent, int32_t total,
                         int64_t *restrict scratch) {
  for (int32_t i = 0; i < total; i++) {
    scratch[i] = value;
    scratch[total + i] = exponent;
  }
}
