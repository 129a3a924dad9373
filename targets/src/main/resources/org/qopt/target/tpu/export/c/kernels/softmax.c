#include "divide_power_of_two.c"
#include "doubling_high_product.c"
#include "reciprocal_of_one_plus.c"

/* Softmax of rows; exponentials[d] is e^-d of the input's scale, with 31 fraction bits. */
static void softmax(const int8_t *restrict input, int32_t rows, int32_t depth,
                    const int32_t *restrict exponentials, int8_t *restrict output) {
  for (int32_t row = 0; row < rows; row++) {
    int8_t largest = INT8_MIN;
    uint32_t sum = 0;
    int32_t headroom = 0;
    int32_t reciprocal, shift;
    for (int32_t i = 0; i < depth; i++) {
      largest = input[i] > largest ? input[i] : largest;
    }
    for (int32_t i = 0; i < depth; i++) {
      sum += (uint32_t)divide_power_of_two(exponentials[largest - input[i]], 12);
    }
    while (headroom < 32 && (sum << headroom & 1u << 31) == 0) {
      headroom++;
    }
    reciprocal = reciprocal_of_one_plus(wrapped((sum << (headroom & 31)) - (1u << 31)));
    shift = 12 - headroom + 31 - 8;
    for (int32_t i = 0; i < depth; i++) {
      int32_t product = doubling_high_product(reciprocal, exponentials[largest - input[i]]);
      int32_t scaled = shift > 31 ? 0 : divide_power_of_two(product, shift);
      int32_t result = wrapped((uint32_t)scaled - 128u);
      output[i] = (int8_t)(result < INT8_MAX ? result : INT8_MAX);
    }
    input += depth;
    output += depth;
  }
}
