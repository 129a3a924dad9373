#include "wrapped.c"
#include "multiply_$R.c"
#include "clamp_i8.c"

/* How a sum becomes a byte; step is 1 with a multiplier for each channel, 0 with one for all. */
typedef struct {
  const $M *multipliers;
  const $S *shifts;
  int32_t step;
  int32_t zero_point, least, largest;
} stage_$R;

static int8_t requantize_$R(uint32_t sum, const stage_$R *stage, int32_t channel) {
  int32_t i = channel * stage->step;
  int32_t scaled = multiply_$R(wrapped(sum), stage->multipliers[i], stage->shifts[i]);
  return clamp_i8(scaled, stage->zero_point, stage->least, stage->largest);
}
