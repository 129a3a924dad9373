#include "wide_multiply_wide.c"

/* The same for an x of 32 bits. */
static int32_t multiply_wide(int32_t x, int32_t multiplier, int32_t shift) {
  return wide_multiply_wide(x, multiplier, shift);
}
