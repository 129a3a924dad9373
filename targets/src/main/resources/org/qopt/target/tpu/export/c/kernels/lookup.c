/* A function of each byte by itself; the table begins with the result for -128. */
static void lookup(const int8_t *input, int32_t length, const int8_t *table,
                   int8_t *restrict output) {
  for (int32_t i = 0; i < length; i++) {
    output[i] = table[input[i] + 128];
  }
}
