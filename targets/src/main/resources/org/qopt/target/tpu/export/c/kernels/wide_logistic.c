#include "shift_right.c"

/* 1 / (1 + exp(-x)), linear between points at multiples of 1/24. */
static void wide_logistic(const int16_t *input, int32_t length, int32_t multiplier, int32_t shift,
                          const int32_t *points, int16_t *restrict output) {
  int64_t half = shift > 0 ? (int64_t)1 << (shift - 1) : 0;
  for (int32_t i = 0; i < length; i++) {
    int32_t x = (int32_t)shift_right((int64_t)input[i] * multiplier + half, shift);
    int32_t at = x < 0 ? -x : x;
    int32_t point = at >> 9;
    int32_t result = point >= 255 ? INT16_MAX << 10
                                  : (points[point] << 9) +
                                        (at & 511) * (points[point + 1] - points[point]);
    output[i] = (int16_t)((x >= 0 ? result + 512 : (1 << 25) - result + 511) >> 10);
  }
}
