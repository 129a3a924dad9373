#include "wrapped.c"
#include "multiply_$R.c"
#include "clamp_i$A.c"
#include "stage_$R.c"

static int8_t requantize_$R(uint32_t sum, const stage_$R *stage, int32_t channel) {
  int32_t i = channel * stage->step;
  int32_t scaled = multiply_$R(wrapped(sum), stage->multipliers[i], stage->shifts[i]);
  return clamp_i$A(scaled, stage->zero_point, stage->least, stage->largest);
}
