#include "shift_right.c"

/* A function of a number cut to 16 bits, linear between 513 of its results. */
static int32_t interpolated(const int16_t *results, int32_t x) {
  int32_t value = x < INT16_MIN ? INT16_MIN : x > INT16_MAX ? INT16_MAX : x;
  int32_t index = (value + 32768) / 128;
  int32_t slope = results[index + 1] - results[index];
  return results[index] + (int32_t)shift_right(slope * ((value + 32768) % 128) + 64, 7);
}
