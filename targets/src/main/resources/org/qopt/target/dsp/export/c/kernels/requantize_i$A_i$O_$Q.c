#include "finish_row_i$O_$Q.c"
#include "unpack_i$A.c"

/* The same numbers with other exponents, storage or blocks. */
static void requantize_i$A_i$O_$Q(const int$A_t *restrict input,
                                  const int16_t *restrict input_exponents,
                                  const block_operand *operand, int32_t rows,
                                  const block_result *result, int64_t *restrict scratch,
                                  int$O_t *restrict mantissas, int16_t *restrict exponents) {
  int64_t *value_exponents = scratch + result->rows * result->width;
  for (int32_t row = 0; row < rows; row++) {
    int32_t at = row % result->rows * result->width;
    unpack_i$A(input, input_exponents, operand, row, scratch + at, value_exponents + at);
    finish_row_i$O_$Q(scratch, value_exponents, row, result, mantissas, exponents);
  }
}
