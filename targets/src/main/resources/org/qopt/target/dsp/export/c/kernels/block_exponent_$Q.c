#include "block_result.c"
#include "log2_floor.c"
#include "shift_$Q.c"

/* The exponent that the numbers of a block share. */
static int64_t block_exponent_$Q(const int64_t *values, const int64_t *exponents, int32_t count,
                                 const block_result *result) {
  int64_t largest = -127;
  int64_t exponent;
  for (int32_t i = 0; i < count; i++) {
    if (values[i] != 0) {
      uint64_t magnitude = (uint64_t)(values[i] < 0 ? -values[i] : values[i]);
      int64_t log = exponents[i] + log2_floor(magnitude);
      log += result->ceil && (magnitude & (magnitude - 1)) != 0 ? 1 : 0;
      largest = log > largest ? log : largest;
    }
  }
  exponent = (largest < 127 ? largest : 127) - (result->bits - 2);
  if (result->nearest && exponent < 127 - (result->bits - 2)) {
    for (int32_t i = 0; i < count; i++) {
      int64_t rounded = shift_$Q(values[i], exponent - exponents[i]);
      if (rounded < result->least || rounded > result->largest) {
        return exponent + 1;
      }
    }
  }
  return exponent;
}
