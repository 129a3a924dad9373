/* How a sum becomes a number; step is 1 with a multiplier for each channel, 0 with one for all. */
typedef struct {
  const $M *multipliers;
  const $S *shifts;
  int32_t step;
  int32_t zero_point, least, largest;
} stage_$R;
