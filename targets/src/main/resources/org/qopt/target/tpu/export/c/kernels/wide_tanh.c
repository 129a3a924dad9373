#include "shift_right.c"

/* The hyperbolic tangent, linear between points of the logistic function at multiples of 1/24. */
static void wide_tanh(const int16_t *input, int32_t length, int32_t multiplier, int32_t shift,
                      const int32_t *points, int16_t *restrict output) {
  int64_t half = shift > 0 ? (int64_t)1 << (shift - 1) : 0;
  for (int32_t i = 0; i < length; i++) {
    int32_t x = (int32_t)shift_right((int64_t)input[i] * multiplier + half, shift);
    int32_t at = x < 0 ? -x : x;
    int32_t point = at >> 8;
    int32_t result = point >= 255 ? UINT16_MAX << 8
                                  : (points[point] << 8) +
                                        (at & 255) * (points[point + 1] - points[point]);
    result -= 1 << 23;
    output[i] = (int16_t)shift_right(x >= 0 ? result + 128 : 127 - result, 8);
  }
}
