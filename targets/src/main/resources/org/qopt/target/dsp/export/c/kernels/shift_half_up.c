#include "shift_left.c"

/* value / 2^bits, to nearest, halves up; value * 2^-bits for negative bits. */
static int64_t shift_half_up(int64_t value, int64_t bits) {
  /* Moved up by a multiple of 2^bits, so that only a number that is not negative is shifted. */
  const uint64_t offset = (uint64_t)1 << 63;
  uint64_t moved = (uint64_t)value + offset;
  if (bits <= 0) {
    return shift_left(value, -bits);
  }
  if (bits > 62) {
    return 0;
  }
  moved += (uint64_t)1 << (bits - 1);
  return (int64_t)(moved >> bits) - (int64_t)(offset >> bits);
}
