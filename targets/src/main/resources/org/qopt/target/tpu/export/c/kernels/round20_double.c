/* x / 2^20 to nearest, halves away from zero. */
static int32_t round20_double(int64_t x) {
  return (int32_t)((x > 0 ? x + (1 << 19) : x - (1 << 19)) / (1 << 20));
}
