/* The pixel under a position of a window along one dimension; -1 in the padding. */
static int32_t slid_to(int32_t window, int32_t position, int32_t dilation, int32_t size) {
  int32_t place = window + position * dilation;
  return place < size ? place : -1;
}
