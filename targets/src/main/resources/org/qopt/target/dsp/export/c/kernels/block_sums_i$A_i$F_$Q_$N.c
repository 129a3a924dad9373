#include "align_$Q.c"
#include "block_filter.c"
#include "largest_exponent.c"

/*
 * The sums of an output channel for four windows, whose patches and exponents lie `step` positions
 * apart: products of a segment are summed exactly, these sums in an accumulator with guard bits
 * below the largest of their exponents.
 */
static void block_sums_i$A_i$F_$Q_$N(const int16_t *restrict patches,
                                     const int16_t *restrict patch_exponents, int32_t step,
                                     const int$F_t *restrict weights, int32_t positions,
                                     int32_t depth, const block_filter *filter, int32_t group,
                                     int32_t output, int64_t *restrict sums,
                                     int64_t *restrict exponents) {
  int32_t count = filter->segments;
  int32_t guard = filter->guard;
  const int16_t *own = filter->exponents + output * positions * count;
  const int32_t *starts = filter->starts + group * count;
  int16_t largest[4];
  for (int32_t w = 0; w < 4; w++) {
    const int16_t bias = filter->bias_exponents[output];
    largest[w] =
        largest_exponent(patch_exponents + w * step * count, own, positions * count, bias);
    exponents[w] = largest[w] < NO_EXPONENT / 2 ? 0 : largest[w] - guard;
    sums[w] = shift_$Q(filter->bias[output], exponents[w] - bias);
  }
  for (int32_t p = 0; p < positions; p++) {
    for (int32_t s = 0; s < count; s++) {
      int32_t length = $L;
      const int16_t *first = patches + p * depth + starts[s];
      const int16_t *second = first + step * depth;
      const int16_t *third = second + step * depth;
      const int16_t *fourth = third + step * depth;
      const int$F_t *row = weights + p * depth + starts[s];
      $D dots[4] = {0, 0, 0, 0};
      for (int32_t i = 0; i < length; i++) {
        int16_t weight = row[i];
        dots[0] += first[i] * weight;
        dots[1] += second[i] * weight;
        dots[2] += third[i] * weight;
        dots[3] += fourth[i] * weight;
      }
      for (int32_t w = 0; w < 4; w++) {
        int32_t at = p * count + s;
        int32_t exponent = patch_exponents[w * step * count + at] + own[at];
        sums[w] += align_$Q(dots[w], largest[w] - exponent, guard);
      }
    }
  }
}
