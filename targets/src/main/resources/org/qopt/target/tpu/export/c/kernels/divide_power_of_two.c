#include "wrapped.c"

/* x / 2^exponent to nearest, halves away from zero; the exponent is 0 to 31. */
static int32_t divide_power_of_two(int32_t x, int32_t exponent) {
  uint32_t magnitude = x < 0 ? 0u - (uint32_t)x : (uint32_t)x;
  uint32_t quotient = (magnitude + ((1u << exponent) >> 1)) >> exponent;
  return wrapped(x < 0 ? 0u - quotient : quotient);
}
