#include "nearest_integer.c"

/*
 * x * multiplier * 2^(shift - 53), rounded to 53 significant bits, halves to even, and then to the
 * nearest integer, halves away from zero: the value that a product in double arithmetic would give.
 * The multiplier has 53 bits. Cut to 32 bits.
 */
static int32_t multiply_nearest(int32_t x, uint64_t multiplier, int32_t shift) {
  uint64_t magnitude = x < 0 ? (uint64_t)(-(int64_t)x) : (uint64_t)x;
  uint64_t low = magnitude * (multiplier & UINT32_MAX);
  uint64_t high = magnitude * (multiplier >> 32) + (low >> 32);
  uint64_t significand;
  int32_t excess = 0;
  low &= UINT32_MAX;
  /* The product is high * 2^32 + low, of up to 84 bits. */
  while (high >> (21 + excess) != 0) {
    excess++;
  }
  significand = high << (32 - excess) | low >> excess;
  if (excess > 0) {
    uint64_t rest = low & (((uint64_t)1 << excess) - 1);
    uint64_t half = (uint64_t)1 << (excess - 1);
    significand += rest > half || (rest == half && (significand & 1) != 0) ? 1 : 0;
  }
  return nearest_integer(significand, excess + shift - 53, x < 0);
}
