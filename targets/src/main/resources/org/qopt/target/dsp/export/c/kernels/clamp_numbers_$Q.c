#include "block_result.c"
#include "shift_$Q.c"

/* Cuts numbers to the interval of the result. */
static void clamp_numbers_$Q(int64_t *values, const int64_t *exponents, int32_t count,
                     const block_result *result) {
  for (int32_t i = 0; i < count; i++) {
    int64_t bits = exponents[i] - result->clamp_exponent;
    if (result->clamp_largest != INT32_MAX) {
      int64_t largest = shift_$Q(result->clamp_largest, bits);
      values[i] = values[i] < largest ? values[i] : largest;
    }
    if (result->clamp_least != INT32_MIN) {
      int64_t least = shift_$Q(result->clamp_least, bits);
      values[i] = values[i] > least ? values[i] : least;
    }
  }
}
