#include "wrapped.c"

/* x + zero_point, cut to an interval. */
static int8_t clamp_i8(int32_t x, int32_t zero_point, int32_t least, int32_t largest) {
  int32_t value = wrapped((uint32_t)x + (uint32_t)zero_point);
  value = value < least ? least : value;
  return (int8_t)(value > largest ? largest : value);
}
