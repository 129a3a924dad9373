/* The 32-bit integer that has these bits. */
static int32_t wrapped(uint32_t bits) {
  return bits <= INT32_MAX ? (int32_t)bits : -(int32_t)(UINT32_MAX - bits) - 1;
}
