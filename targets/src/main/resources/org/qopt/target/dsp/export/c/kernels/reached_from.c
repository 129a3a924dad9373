/* The pixel whose window begins at a place, or -1 if there is none. */
static int32_t reached_from(int32_t place, int32_t stride, int32_t size) {
  return place >= 0 && place % stride == 0 && place / stride < size ? place / stride : -1;
}
