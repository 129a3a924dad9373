#include "nearest_integer.c"

/*
 * x * multiplier * 2^(shift - 53), rounded to 53 significant bits, halves to even, and then to the
 * nearest integer, halves away from zero: the value that a product in double arithmetic would give.
 * x and the multiplier have 53 bits. Cut to 32 bits.
 */
static int32_t wide_multiply_nearest(int64_t x, uint64_t multiplier, int32_t shift) {
  uint64_t magnitude = x < 0 ? (uint64_t)-x : (uint64_t)x;
  uint64_t lowest = (magnitude & UINT32_MAX) * (multiplier & UINT32_MAX);
  uint64_t middle = (magnitude & UINT32_MAX) * (multiplier >> 32) +
                    (magnitude >> 32) * (multiplier & UINT32_MAX) + (lowest >> 32);
  /* The product is high * 2^64 + low, of up to 106 bits. */
  uint64_t high = (magnitude >> 32) * (multiplier >> 32) + (middle >> 32);
  uint64_t low = middle << 32 | (lowest & UINT32_MAX);
  uint64_t significand = low;
  int32_t excess = 0;
  while ((excess < 11 ? high | low >> (53 + excess) : high >> (excess - 11)) != 0) {
    excess++;
  }
  if (excess > 0) {
    uint64_t rest = low & (((uint64_t)1 << excess) - 1);
    uint64_t half = (uint64_t)1 << (excess - 1);
    significand = high << (64 - excess) | low >> excess;
    significand += rest > half || (rest == half && (significand & 1) != 0) ? 1 : 0;
  }
  return nearest_integer(significand, excess + shift - 53, x < 0);
}
