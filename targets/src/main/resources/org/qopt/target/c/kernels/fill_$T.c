/* Sets all elements. */
static void fill_$T($T *restrict to, int32_t length, int32_t value) {
  for (int32_t i = 0; i < length; i++) {
    to[i] = ($T)value;
  }
}
