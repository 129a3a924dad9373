#include <string.h>

/* Moves elements that lie one behind the other. */
static void copy_$T(const $T *restrict from, $T *restrict to, int32_t length) {
  memcpy(to, from, (size_t)length * sizeof *to);
}
