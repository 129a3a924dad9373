#include "broadcast.c"
#include "clamp_i$A.c"
#include "multiply_$R.c"

/* What the operands of a sum or difference and its result are multiplied by. */
typedef struct {
  int32_t left_shift;
  int32_t lhs_zero_point, lhs_multiplier, lhs_shift;
  int32_t rhs_zero_point, rhs_multiplier, rhs_shift;
  int32_t multiplier, shift;
  int32_t zero_point, least, largest;
} sum_scales_$R;

static int32_t scaled_operand_i$A_$R(int$A_t x, int32_t zero_point, int32_t left_shift,
                                 int32_t multiplier, int32_t shift) {
  int32_t offset = x - zero_point;
  return multiply_$R(wrapped((uint32_t)offset << left_shift), multiplier, shift);
}

/* lhs + sign * rhs, element by element. */
static void scaled_sum_i$A_$R(const int$A_t *lhs, const int$A_t *rhs, const broadcast *shape,
                       const sum_scales_$R *scales, int32_t sign, int$A_t *restrict output) {
  int32_t rows = broadcast_rows(shape);
  int32_t length = shape->dims[shape->rank - 1];
  int32_t lhs_step = shape->lhs_strides[shape->rank - 1];
  int32_t rhs_step = shape->rhs_strides[shape->rank - 1];
  for (int32_t row = 0; row < rows; row++) {
    const int$A_t *a = lhs + broadcast_at(shape, shape->lhs_strides, row);
    const int$A_t *b = rhs + broadcast_at(shape, shape->rhs_strides, row);
    for (int32_t i = 0; i < length; i++) {
      int32_t x = scaled_operand_i$A_$R(a[i * lhs_step], scales->lhs_zero_point, scales->left_shift,
                                 scales->lhs_multiplier, scales->lhs_shift);
      int32_t y = scaled_operand_i$A_$R(b[i * rhs_step], scales->rhs_zero_point, scales->left_shift,
                                 scales->rhs_multiplier, scales->rhs_shift);
      int32_t sum = wrapped((uint32_t)x + (uint32_t)sign * (uint32_t)y);
      *output++ = clamp_i$A(multiply_$R(sum, scales->multiplier, scales->shift),
                           scales->zero_point, scales->least, scales->largest);
    }
  }
}
