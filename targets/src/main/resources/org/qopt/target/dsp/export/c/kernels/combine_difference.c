#include "shift_$Q.c"

/* a - b, in an accumulator with guard bits below the larger exponent. */
static int64_t combine_difference_$Q(int64_t a, int64_t a_exponent, int64_t b, int64_t b_exponent,
                          int32_t guard, int64_t *exponent) {
  *exponent = (a_exponent > b_exponent ? a_exponent : b_exponent) - guard;
  return shift_$Q(a, *exponent - a_exponent) + shift_$Q(-b, *exponent - b_exponent);
}
