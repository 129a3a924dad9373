#include "broadcast.c"
#include "combine_$K.c"
#include "finish_row_i$O_$Q.c"
#include "unpack_i$A.c"
#include "unpack_i$A.c" // A=$B

/* The $K of two operands, element by element; shape says which of their rows belong together. */
static void elementwise_$K_i$A_i$B_i$O_$Q(
    const int$A_t *lhs, const int16_t *lhs_exponents, const block_operand *lhs_rows,
    const int$B_t *rhs, const int16_t *rhs_exponents, const block_operand *rhs_rows,
    const broadcast *shape, int32_t guard, const block_result *result, int64_t *restrict scratch,
    int$O_t *restrict mantissas, int16_t *restrict exponents) {
  int64_t *a = scratch;
  int64_t *a_exponents = a + lhs_rows->width;
  int64_t *b = a_exponents + lhs_rows->width;
  int64_t *b_exponents = b + rhs_rows->width;
  int64_t *values = b_exponents + rhs_rows->width;
  int64_t *value_exponents = values + result->rows * result->width;
  int32_t lhs_step = lhs_rows->width == result->width ? 1 : 0;
  int32_t rhs_step = rhs_rows->width == result->width ? 1 : 0;
  int32_t rows = broadcast_rows(shape);
  for (int32_t row = 0; row < rows; row++) {
    int32_t at = row % result->rows * result->width;
    unpack_i$A(lhs, lhs_exponents, lhs_rows, broadcast_at(shape, shape->lhs_strides, row), a,
               a_exponents);
    unpack_i$B(rhs, rhs_exponents, rhs_rows, broadcast_at(shape, shape->rhs_strides, row), b,
               b_exponents);
    for (int32_t i = 0; i < result->width; i++) {
      values[at + i] = combine_$K_$Q(a[i * lhs_step], a_exponents[i * lhs_step], b[i * rhs_step],
                                     b_exponents[i * rhs_step], guard, &value_exponents[at + i]);
    }
    finish_row_i$O_$Q(values, value_exponents, row, result, mantissas, exponents);
  }
}
