/* The pixel whose window has a position on a place along one dimension; -1 if none has. */
static int32_t spread_from(int32_t place, int32_t position, int32_t dilation, int32_t stride,
                           int32_t size) {
  int32_t start = place - position * dilation;
  if (start < 0 || start % stride != 0 || start / stride >= size) {
    return -1;
  }
  return start / stride;
}
