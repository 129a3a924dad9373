#include "doubling_high_product.c"
#include "divide_power_of_two.c"

/* x * multiplier * 2^(shift - 31), rounded twice. */
static int32_t multiply_double(int32_t x, int32_t multiplier, int32_t shift) {
  if (shift >= 0) {
    return doubling_high_product(wrapped((uint32_t)x << shift), multiplier);
  }
  return divide_power_of_two(doubling_high_product(x, multiplier), -shift);
}
