/* significand * 2^exponent to nearest, halves away from zero, cut to 32 bits. */
static int32_t nearest_integer(uint64_t significand, int32_t exponent, int negative) {
  uint64_t limit = negative ? (uint64_t)1 << 31 : ((uint64_t)1 << 31) - 1;
  if (significand == 0 || exponent < -54) {
    return 0;
  }
  if (exponent < 0) {
    significand = (significand + ((uint64_t)1 << (-exponent - 1))) >> -exponent;
  } else if (exponent > 31 || significand > limit >> exponent) {
    significand = limit;
  } else {
    significand <<= exponent;
  }
  significand = significand < limit ? significand : limit;
  return (int32_t)(negative ? -(int64_t)significand : (int64_t)significand);
}
