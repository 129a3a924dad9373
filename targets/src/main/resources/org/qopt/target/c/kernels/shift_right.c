/* x / 2^bits, rounded down: a shift of negative numbers that does not depend on the compiler. */
static int64_t shift_right(int64_t x, int32_t bits) {
  return x < 0 ? -1 - ((-1 - x) >> bits) : x >> bits;
}
