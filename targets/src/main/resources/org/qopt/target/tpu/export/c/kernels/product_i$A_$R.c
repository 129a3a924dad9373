#include "broadcast.c"
#include "clamp_i$A.c"
#include "multiply_$R.c"

/* What a product of two operands is multiplied by. */
typedef struct {
  int32_t lhs_zero_point, rhs_zero_point;
  int32_t multiplier, shift;
  int32_t zero_point, least, largest;
} product_scales_$R;

/* lhs * rhs, element by element. */
static void product_i$A_$R(const int$A_t *lhs, const int$A_t *rhs, const broadcast *shape,
                    const product_scales_$R *scales, int$A_t *restrict output) {
  int32_t rows = broadcast_rows(shape);
  int32_t length = shape->dims[shape->rank - 1];
  int32_t lhs_step = shape->lhs_strides[shape->rank - 1];
  int32_t rhs_step = shape->rhs_strides[shape->rank - 1];
  for (int32_t row = 0; row < rows; row++) {
    const int$A_t *a = lhs + broadcast_at(shape, shape->lhs_strides, row);
    const int$A_t *b = rhs + broadcast_at(shape, shape->rhs_strides, row);
    for (int32_t i = 0; i < length; i++) {
      int32_t x = a[i * lhs_step] - scales->lhs_zero_point;
      int32_t y = b[i * rhs_step] - scales->rhs_zero_point;
      *output++ = clamp_i$A(multiply_$R(x * y, scales->multiplier, scales->shift),
                           scales->zero_point, scales->least, scales->largest);
    }
  }
}
