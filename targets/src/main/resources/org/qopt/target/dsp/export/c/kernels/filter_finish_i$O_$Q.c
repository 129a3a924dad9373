#include "cut.c"
#include "filter_stage.c"
#include "shift_$Q.c"

static int$O_t filter_finish_i$O_$Q(int64_t sum, const filter_stage *stage, int32_t channel) {
  int64_t rounded = shift_$Q(sum + stage->bias[channel], stage->shifts[channel * stage->step]);
  rounded = cut(rounded, stage->least, stage->largest);
  return (int$O_t)cut(rounded, stage->clamp_least, stage->clamp_largest);
}
