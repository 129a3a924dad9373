#include "dot_i8.c"
#include "requantize_$R.c"

/* Rows times a matrix; the weights of an output lie one behind the other. */
static void fully_connected_$R(const int8_t *restrict input, int32_t rows, int32_t inputs,
                               int32_t outputs, int32_t zero_point, const int8_t *restrict filter,
                               const int32_t *restrict bias, const stage_$R *stage,
                               int16_t *restrict widened, int8_t *restrict output) {
  for (int32_t r = 0; r < rows; r++) {
    for (int32_t i = 0; i < inputs; i++) {
      widened[i] = (int16_t)(*input++ - zero_point);
    }
    for (int32_t o = 0; o < outputs; o++) {
      uint32_t sum = (uint32_t)bias[o] + dot_i8(widened, filter + o * inputs, inputs);
      *output++ = requantize_$R(sum, stage, o);
    }
  }
}
