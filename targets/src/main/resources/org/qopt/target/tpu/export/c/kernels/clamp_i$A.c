#include "wrapped.c"

/* x + zero_point, cut to an interval. */
static int$A_t clamp_i$A(int32_t x, int32_t zero_point, int32_t least, int32_t largest) {
  int32_t value = wrapped((uint32_t)x + (uint32_t)zero_point);
  value = value < least ? least : value;
  return (int$A_t)(value > largest ? largest : value);
}
