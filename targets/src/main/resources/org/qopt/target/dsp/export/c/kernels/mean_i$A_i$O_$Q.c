#include "divide_$Q.c"
#include "finish_row_i$O_$Q.c"
#include "unpack_i$A.c"

/* Which mean each number belongs to: dimensions with stride 0 are those that it is taken over. */
typedef struct {
  int32_t rank;
  const int32_t *dims, *strides; /* the last dimension by itself, those before it as rows */
  int32_t count, results;
} block_mean;

/* Where the first number of a row belongs. */
static int32_t block_mean_at(const block_mean *shape, int32_t row) {
  int32_t at = 0;
  for (int32_t axis = shape->rank - 2; axis >= 0; axis--) {
    at += row % shape->dims[axis] * shape->strides[axis];
    row /= shape->dims[axis];
  }
  return at;
}

/* Means, each in an accumulator with guard bits below the largest exponent of its numbers. */
static void mean_i$A_i$O_$Q(const int$A_t *restrict input, const int16_t *restrict input_exponents,
                            const block_operand *operand, int32_t rows, const block_mean *shape,
                            int32_t guard, const block_result *result, int64_t *restrict scratch,
                            int$O_t *restrict mantissas, int16_t *restrict exponents) {
  int64_t *row_values = scratch;
  int64_t *row_exponents = row_values + operand->width;
  int64_t *values = row_exponents + operand->width;
  int64_t *value_exponents = values + shape->results;
  int32_t step = shape->strides[shape->rank - 1];
  for (int32_t r = 0; r < shape->results; r++) {
    values[r] = 0;
    value_exponents[r] = shape->count == 0 ? guard : INT16_MIN;
  }
  for (int32_t row = 0; row < rows; row++) {
    int64_t *to = value_exponents + block_mean_at(shape, row);
    unpack_i$A(input, input_exponents, operand, row, row_values, row_exponents);
    for (int32_t i = 0; i < operand->width; i++) {
      to[i * step] = row_exponents[i] > to[i * step] ? row_exponents[i] : to[i * step];
    }
  }
  for (int32_t r = 0; r < shape->results; r++) {
    value_exponents[r] -= guard;
  }
  for (int32_t row = 0; row < rows; row++) {
    int32_t at = block_mean_at(shape, row);
    unpack_i$A(input, input_exponents, operand, row, row_values, row_exponents);
    for (int32_t i = 0; i < operand->width; i++) {
      values[at + i * step] +=
          shift_$Q(row_values[i], value_exponents[at + i * step] - row_exponents[i]);
    }
  }
  for (int32_t r = 0; r < shape->results && shape->count > 0; r++) {
    values[r] = divide_$Q(values[r], shape->count);
  }
  for (int32_t row = result->rows - 1; row < shape->results / result->width;
       row += result->rows) {
    int32_t at = (row + 1 - result->rows) * result->width;
    finish_row_i$O_$Q(values + at, value_exponents + at, row, result, mantissas, exponents);
  }
}
