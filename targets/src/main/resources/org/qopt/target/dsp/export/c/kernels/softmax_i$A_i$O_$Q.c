#include "finish_row_i$O_$Q.c"
#include "power_of_two_$Q.c"
#include "unpack_i$A.c"

/* Powers of the differences to the largest of a row, over their sum. */
static void softmax_i$A_i$O_$Q(const int$A_t *restrict input,
                               const int16_t *restrict input_exponents,
                               const block_operand *operand, int32_t rows, int32_t multiplier,
                               int32_t multiplier_exponent, int32_t guard,
                               const block_result *result, int64_t *restrict scratch,
                               int$O_t *restrict mantissas, int16_t *restrict exponents) {
  int64_t *value_exponents = scratch + result->rows * result->width;
  for (int32_t row = 0; row < rows; row++) {
    int64_t *values = scratch + row % result->rows * result->width;
    int64_t *own_exponents = value_exponents + row % result->rows * result->width;
    int64_t exponent = INT16_MIN, largest = INT64_MIN, sum = 0;
    unpack_i$A(input, input_exponents, operand, row, values, own_exponents);
    for (int32_t i = 0; i < result->width; i++) {
      exponent = own_exponents[i] > exponent ? own_exponents[i] : exponent;
    }
    exponent -= guard;
    for (int32_t i = 0; i < result->width; i++) {
      values[i] = shift_$Q(values[i], exponent - own_exponents[i]);
      largest = values[i] > largest ? values[i] : largest;
    }
    for (int32_t i = 0; i < result->width; i++) {
      values[i] = power_of_two_$Q(values[i] - largest, exponent, multiplier, multiplier_exponent);
      sum += values[i];
    }
    for (int32_t i = 0; i < result->width; i++) {
      values[i] = values[i] * ((int64_t)1 << 30) / sum;
      own_exponents[i] = -30;
    }
    finish_row_i$O_$Q(scratch, value_exponents, row, result, mantissas, exponents);
  }
}
