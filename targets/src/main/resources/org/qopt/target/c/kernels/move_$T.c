#include <string.h>

/*
 * Moves elements: element (i, j, ...) of a box goes from i * from_strides[0] + ... to
 * i * to_strides[0] + ... .
 */
static void move_$T(const $T *from, const int32_t *from_strides, $T *restrict to,
                    const int32_t *to_strides, const int32_t *dims, int32_t rank) {
  int32_t outer = 1;
  int32_t inner = dims[rank - 1];
  int32_t from_step = from_strides[rank - 1];
  int32_t to_step = to_strides[rank - 1];
  for (int32_t axis = 0; axis + 1 < rank; axis++) {
    outer *= dims[axis];
  }
  for (int32_t i = 0; i < outer; i++) {
    const $T *source = from;
    $T *target = to;
    int32_t rest = i;
    for (int32_t axis = rank - 2; axis >= 0; axis--) {
      int32_t index = rest % dims[axis];
      rest /= dims[axis];
      source += index * from_strides[axis];
      target += index * to_strides[axis];
    }
    if (from_step == 1 && to_step == 1) {
      memcpy(target, source, (size_t)inner * sizeof *target);
    } else {
      for (int32_t j = 0; j < inner; j++) {
        target[j * to_step] = source[j * from_step];
      }
    }
  }
}
