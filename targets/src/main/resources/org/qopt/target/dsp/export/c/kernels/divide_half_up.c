/* value / count, to nearest, halves up. */
static int64_t divide_half_up(int64_t value, int64_t count) {
  int64_t quotient = value / count;
  int64_t rest = value % count;
  if (rest < 0) {
    quotient--;
    rest += count;
  }
  return quotient + (2 * rest >= count ? 1 : 0);
}
