/* value / count, rounded down. */
static int64_t divide_truncate(int64_t value, int64_t count) {
  int64_t quotient = value / count;
  int64_t rest = value % count;
  if (rest < 0) {
    quotient--;
    rest += count;
  }
  return quotient;
}
