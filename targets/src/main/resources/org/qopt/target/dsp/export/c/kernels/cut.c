/* x, or the end of the interval that it is beyond. */
static int64_t cut(int64_t x, int64_t least, int64_t largest) {
  x = x < least ? least : x;
  return x > largest ? largest : x;
}
