#include "wrapped.c"
#include "shift_right.c"

/*
 * x * multiplier * 2^(shift - 31) with a multiplier cut to 15 bits, rounded once, halves up; x has
 * 48 bits.
 */
static int32_t wide_multiply_wide(int64_t x, int32_t multiplier, int32_t shift) {
  int32_t total = 15 - shift;
  int64_t reduced = ((int64_t)multiplier + (1 << 15)) >> 16;
  int64_t product = x * (reduced < INT16_MAX ? reduced : INT16_MAX) + ((int64_t)1 << (total - 1));
  return wrapped((uint32_t)(uint64_t)shift_right(product, total));
}
