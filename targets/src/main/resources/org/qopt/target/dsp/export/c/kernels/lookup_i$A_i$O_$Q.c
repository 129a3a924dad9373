#include "cut.c"
#include "finish_row_i$O_$Q.c"
#include "unpack_i$A.c"

/* A function as 513 of its values, between which it is a line. */
static void lookup_i$A_i$O_$Q(const int$A_t *restrict input,
                              const int16_t *restrict input_exponents,
                              const block_operand *operand, int32_t rows,
                              const int16_t *restrict table, int32_t table_exponent,
                              int32_t input_exponent, const block_result *result,
                              int64_t *restrict scratch, int$O_t *restrict mantissas,
                              int16_t *restrict exponents) {
  int64_t *value_exponents = scratch + result->rows * result->width;
  for (int32_t row = 0; row < rows; row++) {
    int64_t *values = scratch + row % result->rows * result->width;
    int64_t *own_exponents = value_exponents + row % result->rows * result->width;
    unpack_i$A(input, input_exponents, operand, row, values, own_exponents);
    for (int32_t i = 0; i < result->width; i++) {
      int64_t x = shift_$Q(values[i], input_exponent - own_exponents[i]);
      int32_t offset = (int32_t)cut(x, INT16_MIN, INT16_MAX) - INT16_MIN;
      int32_t entry = offset >> 7;
      int32_t fraction = offset & 127;
      values[i] = table[entry] * 128 + (table[entry + 1] - table[entry]) * fraction;
      own_exponents[i] = table_exponent - 7;
    }
    finish_row_i$O_$Q(scratch, value_exponents, row, result, mantissas, exponents);
  }
}
