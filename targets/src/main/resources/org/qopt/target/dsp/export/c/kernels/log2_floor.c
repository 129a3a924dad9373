/* The largest n for which 2^n is not above x, which is positive. */
static int32_t log2_floor(uint64_t x) {
#if defined(__GNUC__)
  return 63 - __builtin_clzll(x);
#else
  int32_t n = 0;
  while (x > 1) {
    x >>= 1;
    n++;
  }
  return n;
#endif
}
