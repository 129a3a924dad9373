#include "clamp_i$A.c"
#include "multiply_$R.c"

/* Each number with another scale, cut to an interval. */
static void wide_rescale_$R(const int16_t *input, int32_t length, int32_t multiplier,
                            int32_t shift, int32_t least, int32_t largest,
                            int16_t *restrict output) {
  for (int32_t i = 0; i < length; i++) {
    output[i] = clamp_i$A(multiply_$R(input[i], multiplier, shift), 0, least, largest);
  }
}
