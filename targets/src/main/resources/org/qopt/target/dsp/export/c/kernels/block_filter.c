/* An exponent below all others, of what takes no part. */
enum { NO_EXPONENT = -16384 };

/*
 * A filter whose exponents, or those of what it is applied to, are found at run time. At each
 * position of a window the input channels are cut into segments, in which neither changes.
 */
typedef struct {
  int32_t segments;
  const int32_t *starts, *lengths, *blocks; /* of segments, group by group; blocks of the input */
  const int16_t *exponents; /* of weights: output channel, position, segment */
  const int32_t *bias;
  const int16_t *bias_exponents;
  int32_t guard;
} block_filter;
