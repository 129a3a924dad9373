#include "shift_right.c"

/* x / 2^20 to nearest, halves up. */
static int32_t round20_single(int64_t x) {
  return (int32_t)shift_right(x + (1 << 19), 20);
}
