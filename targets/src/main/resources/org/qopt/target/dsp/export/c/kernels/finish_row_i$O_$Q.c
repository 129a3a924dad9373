#include "pack_i$O_$Q.c"

/* Packs the rows that are packed at once, if this is the last of them. */
static void finish_row_i$O_$Q(int64_t *values, const int64_t *exponents, int32_t row,
                              const block_result *result, int$O_t *mantissas,
                              int16_t *block_exponents) {
  if ((row + 1) % result->rows == 0) {
    int32_t first = row + 1 - result->rows;
    int32_t blocks = (result->width + result->block - 1) / result->block;
    pack_i$O_$Q(values, exponents, result->rows * result->width, result,
                mantissas + first * result->width,
                result->dynamic ? block_exponents + first * blocks : block_exponents);
  }
}
