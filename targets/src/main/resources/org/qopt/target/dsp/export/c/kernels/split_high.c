/* Splits numbers into high * 256 + low, where low is 0 to 255; they become their high parts. */
static void split_high(int16_t *restrict numbers, int16_t *restrict low, int32_t count) {
  for (int32_t i = 0; i < count; i++) {
    low[i] = (int16_t)((uint16_t)numbers[i] & 255);
    numbers[i] = (int16_t)((numbers[i] - low[i]) / 256);
  }
}
