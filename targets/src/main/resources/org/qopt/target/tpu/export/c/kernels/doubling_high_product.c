#include "wrapped.c"

/* a * b / 2^31 to nearest, halves up; the one product that does not fit is cut. */
static int32_t doubling_high_product(int32_t a, int32_t b) {
  if (a == INT32_MIN && b == INT32_MIN) {
    return INT32_MAX;
  }
  return wrapped((uint32_t)((uint64_t)((int64_t)a * b + (1 << 30)) >> 31));
}
