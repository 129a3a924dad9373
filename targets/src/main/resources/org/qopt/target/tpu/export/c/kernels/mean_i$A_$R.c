#include <string.h>
#include "clamp_i$A.c"
#include "multiply_$R.c"

/* The mean of count elements each; dimensions with stride 0 are those that it is taken over. */
typedef struct {
  int32_t rank;
  const int32_t *dims, *strides;
  int32_t count, results;
  int32_t in_zero_point, multiplier, shift, zero_point;
} mean_shape_$R;

static void mean_i$A_$R(const int$A_t *restrict input, const mean_shape_$R *shape,
                    uint32_t *restrict sums, int$A_t *restrict output) {
  int32_t last = shape->rank - 1;
  int32_t rows = 1;
  for (int32_t axis = 0; axis < last; axis++) {
    rows *= shape->dims[axis];
  }
  memset(sums, 0, (size_t)shape->results * sizeof *sums);
  for (int32_t row = 0; row < rows; row++) {
    uint32_t *to = sums;
    int32_t rest = row;
    for (int32_t axis = last - 1; axis >= 0; axis--) {
      to += rest % shape->dims[axis] * shape->strides[axis];
      rest /= shape->dims[axis];
    }
    for (int32_t i = 0; i < shape->dims[last]; i++) {
      int32_t value = *input++;
      to[i * shape->strides[last]] += (uint32_t)value;
    }
  }
  for (int32_t i = 0; i < shape->results; i++) {
    uint32_t sum = sums[i] - (uint32_t)shape->in_zero_point * (uint32_t)shape->count;
    output[i] = clamp_i$A(multiply_$R(wrapped(sum), shape->multiplier, shape->shift),
                         shape->zero_point, INT$A_MIN, INT$A_MAX);
  }
}
