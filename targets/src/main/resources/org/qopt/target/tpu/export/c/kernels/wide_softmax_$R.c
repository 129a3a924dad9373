#include "interpolated.c"
#include "multiply_$R.c"
#include "shift_right.c"

/* Softmax of rows, with tables of e^x from -10 to 0 and of 1 / (1 + x) from 0 to 1. */
static void wide_softmax_$R(const int16_t *restrict input, int32_t rows, int32_t depth,
                            int32_t multiplier, int32_t shift,
                            const int16_t *restrict exponentials,
                            const int16_t *restrict reciprocals, int32_t *restrict numerators,
                            int16_t *restrict output) {
  for (int32_t row = 0; row < rows; row++) {
    int16_t largest = INT16_MIN;
    uint32_t sum = 0;
    int32_t bits = 32;
    int32_t shifted, reciprocal;
    for (int32_t i = 0; i < depth; i++) {
      largest = input[i] > largest ? input[i] : largest;
    }
    for (int32_t i = 0; i < depth; i++) {
      int32_t difference = multiply_$R(input[i] - largest, multiplier, shift);
      numerators[i] = interpolated(exponentials, difference + INT16_MAX);
      sum += (uint32_t)numerators[i];
    }
    while (bits > 0 && sum >> (bits - 1) == 0) {
      bits--;
    }
    shifted = (int32_t)((((uint64_t)sum << (31 - bits)) + (1 << 13)) >> 14);
    reciprocal = interpolated(reciprocals, shifted - (1 << 15) - (1 << 16));
    for (int32_t i = 0; i < depth; i++) {
      int64_t product = (int64_t)numerators[i] * reciprocal + ((int64_t)1 << (bits - 2));
      int64_t result = shift_right(product, bits - 1);
      output[i] = (int16_t)(result < 0 ? 0 : result > INT16_MAX ? INT16_MAX : result);
    }
    input += depth;
    output += depth;
  }
}
