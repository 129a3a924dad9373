/* How sums become mantissas; step is 1 with a shift for each output channel, 0 with one for all. */
typedef struct {
  const int64_t *bias;
  const int16_t *shifts;
  int32_t step;
  int32_t least, largest; /* mantissas */
  int32_t clamp_least, clamp_largest;
} filter_stage;
