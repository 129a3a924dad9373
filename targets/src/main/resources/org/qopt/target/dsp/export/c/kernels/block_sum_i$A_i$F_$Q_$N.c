#include "block_filter.c"
#include "shift_$Q.c"

/*
 * The sum of an output channel: products of a segment are summed exactly, these sums in an
 * accumulator with guard bits below the largest of their exponents.
 */
static int64_t block_sum_i$A_i$F_$Q_$N(const int16_t *restrict patch,
                                   const int16_t *restrict patch_exponents,
                                   const int$F_t *restrict weights, int32_t positions,
                                   int32_t depth, const block_filter *filter, int32_t group,
                                   int32_t output, int64_t *exponent) {
  int32_t count = filter->segments;
  const int16_t *exponents = filter->exponents + output * positions * count;
  const int32_t *starts = filter->starts + group * count;
  int16_t largest = filter->bias_exponents[output];
  int64_t sum;
  for (int32_t s = 0; s < positions * count; s++) {
    int16_t own = (int16_t)(patch_exponents[s] + exponents[s]);
    largest = own > largest ? own : largest;
  }
  if (largest < NO_EXPONENT / 2) {
    *exponent = 0;
    return 0;
  }
  *exponent = largest - filter->guard;
  sum = shift_$Q(filter->bias[output], *exponent - filter->bias_exponents[output]);
  for (int32_t p = 0; p < positions; p++) {
    for (int32_t s = 0; s < count; s++) {
      int32_t length = $L;
      const int16_t *inputs = patch + p * depth + starts[s];
      const int$F_t *own = weights + p * depth + starts[s];
      $D dot = 0;
      for (int32_t i = 0; i < length; i++) {
        dot += inputs[i] * own[i];
      }
      sum += shift_$Q(dot, *exponent - patch_exponents[p * count + s] - exponents[p * count + s]);
    }
  }
  return sum;
}
