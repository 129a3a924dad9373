#include "block_operand.c"

/* Takes a row as numbers with an exponent each. */
static void unpack_i$A(const int$A_t *mantissas, const int16_t *exponents,
                       const block_operand *operand, int32_t row, int64_t *restrict values,
                       int64_t *restrict value_exponents) {
  mantissas += row * operand->width;
  exponents += row * operand->exponents;
  for (int32_t start = 0; start < operand->width; start += operand->block) {
    int32_t rest = operand->width - start;
    int32_t end = rest < operand->block ? operand->width : start + operand->block;
    for (int32_t i = start; i < end; i++) {
      values[i] = mantissas[i];
      value_exponents[i] = *exponents;
    }
    exponents++;
  }
}
