#include "shift_$Q.c"

/* A sum of products in an accumulator whose exponent is guard below the largest of all. */
static int64_t align_$Q(int64_t sum, int32_t below_largest, int32_t guard) {
  if (below_largest <= guard) {
    return sum * ((int64_t)1 << (guard - below_largest));
  }
  return shift_$Q(sum, below_largest - guard);
}
