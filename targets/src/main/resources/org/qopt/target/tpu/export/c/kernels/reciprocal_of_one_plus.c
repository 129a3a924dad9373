#include "doubling_high_product.c"
#include "saturating_shift_left.c"

/*
 * 1 / (1 + a), where a and the result have 31 fraction bits, by three steps of Newton's method on
 * numbers with 29: from 48/17 - 32/17 * half on, where half is (1 + a) / 2.
 */
static int32_t reciprocal_of_one_plus(int32_t a) {
  int32_t half = (int32_t)(((int64_t)a + ((int64_t)1 << 31)) / 2);
  int32_t x =
      wrapped(1515870810u + (uint32_t)doubling_high_product(half, -1010580540));
  for (int32_t step = 0; step < 3; step++) {
    int32_t rest = wrapped((1u << 29) - (uint32_t)doubling_high_product(half, x));
    int32_t change = saturating_shift_left(doubling_high_product(x, rest), 2);
    x = wrapped((uint32_t)x + (uint32_t)change);
  }
  return saturating_shift_left(x, 1);
}
