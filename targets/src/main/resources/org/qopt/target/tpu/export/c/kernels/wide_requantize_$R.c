#include "wide_multiply_$R.c"
#include "clamp_i$A.c"
#include "stage_$R.c"

static int16_t wide_requantize_$R(int64_t sum, const stage_$R *stage, int32_t channel) {
  int32_t i = channel * stage->step;
  int32_t scaled = wide_multiply_$R(sum, stage->multipliers[i], stage->shifts[i]);
  return clamp_i$A(scaled, stage->zero_point, stage->least, stage->largest);
}
