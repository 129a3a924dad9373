#include "wrapped.c"
#include "shift_right.c"

/* x * multiplier * 2^(shift - 31), rounded once, halves up. */
static int32_t multiply_single(int32_t x, int32_t multiplier, int32_t shift) {
  int32_t total = 31 - shift;
  int64_t product = (int64_t)x * multiplier + ((int64_t)1 << (total - 1));
  return wrapped((uint32_t)(uint64_t)shift_right(product, total));
}
