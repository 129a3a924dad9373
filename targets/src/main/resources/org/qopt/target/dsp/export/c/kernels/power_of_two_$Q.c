#include "shift_$Q.c"
#include "shift_right.c"

/*
 * 2^(difference * 2^exponent * multiplier * 2^multiplier_exponent) in 30 fraction bits, for a
 * difference that is not above 0: of the exponent's whole part a shift, of the rest a polynomial.
 */
static int64_t power_of_two_$Q(int64_t difference, int64_t exponent, int32_t multiplier,
                               int32_t multiplier_exponent) {
  static const int64_t polynomial[5] = {744261533, 257920511, 59761307, 9877767, 1920246};
  int64_t x = shift_$Q(difference * multiplier, -20 - exponent - multiplier_exponent);
  int64_t whole = shift_right(x, 20);
  int64_t fraction = x - whole * ((int64_t)1 << 20);
  int64_t sum = 0;
  if (whole < -30) {
    return 0;
  }
  for (int32_t i = 4; i >= 0; i--) {
    sum = polynomial[i] + (sum * fraction >> 20);
  }
  return (((int64_t)1 << 30) + (sum * fraction >> 20)) >> -whole;
}
