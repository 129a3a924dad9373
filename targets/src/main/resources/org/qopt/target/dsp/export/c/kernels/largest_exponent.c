#include "block_filter.c"

/* The largest exponent of the bias and of the sums of products of all segments. */
static int16_t largest_exponent(const int16_t *restrict inputs, const int16_t *restrict weights,
                                int32_t count, int16_t bias) {
  int16_t largest = bias;
  for (int32_t s = 0; s < count; s++) {
    int16_t own = (int16_t)(inputs[s] + weights[s]);
    largest = own > largest ? own : largest;
  }
  return largest;
}
