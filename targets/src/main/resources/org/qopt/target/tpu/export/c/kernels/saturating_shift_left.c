/* x * 2^exponent, cut to 32 bits. */
static int32_t saturating_shift_left(int32_t x, int32_t exponent) {
  int64_t shifted = x * ((int64_t)1 << exponent);
  if (shifted < INT32_MIN) {
    return INT32_MIN;
  }
  return shifted > INT32_MAX ? INT32_MAX : (int32_t)shifted;
}
