#include "finish_row_i$O_$Q.c"

/* Packs all numbers of a tensor. */
static void pack_numbers_i$O_$Q(int64_t *restrict scratch, int32_t rows,
                                const block_result *result, int$O_t *restrict mantissas,
                                int16_t *restrict exponents) {
  int64_t *value_exponents = scratch + rows * result->width;
  for (int32_t row = result->rows - 1; row < rows; row += result->rows) {
    int32_t at = (row + 1 - result->rows) * result->width;
    finish_row_i$O_$Q(scratch + at, value_exponents + at, row, result, mantissas, exponents);
  }
}
