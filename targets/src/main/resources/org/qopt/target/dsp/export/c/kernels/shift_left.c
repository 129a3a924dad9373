/* value * 2^bits, cut to 2^62 in magnitude. */
static int64_t shift_left(int64_t value, int64_t bits) {
  int64_t limit = (int64_t)1 << 62;
  int64_t magnitude = value < 0 ? -value : value;
  if (value == 0) {
    return 0;
  }
  if (bits > 62 || magnitude > limit >> bits) {
    return value > 0 ? limit : -limit;
  }
  return value * ((int64_t)1 << bits);
}
