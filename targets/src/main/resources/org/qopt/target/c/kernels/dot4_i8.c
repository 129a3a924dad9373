/* The same for four rows of inputs, one behind the other; each weight is read once. */
static void dot4_i8(const int16_t *restrict inputs, const int8_t *restrict weights, int32_t depth,
                    uint32_t *restrict sums) {
  const int16_t *second = inputs + depth;
  const int16_t *third = second + depth;
  const int16_t *fourth = third + depth;
  uint32_t sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0;
  for (int32_t i = 0; i < depth; i++) {
    int16_t weight = weights[i];
    sum0 += (uint32_t)(inputs[i] * weight);
    sum1 += (uint32_t)(second[i] * weight);
    sum2 += (uint32_t)(third[i] * weight);
    sum3 += (uint32_t)(fourth[i] * weight);
  }
  sums[0] = sum0;
  sums[1] = sum1;
  sums[2] = sum2;
  sums[3] = sum3;
}
