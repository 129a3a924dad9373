/* The sum of products of widened inputs and a row of weights. */
static uint32_t dot_i8(const int16_t *restrict inputs, const int8_t *restrict weights,
                       int32_t depth) {
  uint32_t sum = 0;
  for (int32_t i = 0; i < depth; i++) {
    sum += (uint32_t)(inputs[i] * weights[i]);
  }
  return sum;
}
