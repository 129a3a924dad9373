#include "block_sums_i$A_i$F_$Q_$N.c"
#include "finish_row_i$O_$Q.c"
#include "gather_exponents.c"
#include "gather_patch_i$A.c"

/* A convolution whose exponents are found at run time, four windows at once. */
static void conv2d_block_i$A_i$F_i$O_$Q_$N(
    const int$A_t *restrict input, const int16_t *restrict input_exponents,
    const block_operand *operand, const window2d *window, int32_t groups,
    const int$F_t *restrict weights, const block_filter *filter, int16_t *restrict patches,
    int16_t *restrict patch_exponents, int64_t *restrict sums, const block_result *result,
    int64_t *restrict scratch, int$O_t *restrict mantissas, int16_t *restrict exponents) {
  int32_t inputs = window->in_channels / groups;
  int32_t outputs = window->out_channels / groups;
  int32_t channels = window->out_channels;
  int32_t positions = window->kernel_height * window->kernel_width;
  int32_t row = 0;
  for (int32_t b = 0; b < window->batch; b++) {
    for (int32_t y = 0; y < window->out_height; y++) {
      for (int32_t x = 0; x < window->out_width; x += 4) {
        int32_t windows = window->out_width - x < 4 ? window->out_width - x : 4;
        for (int32_t g = 0; g < groups; g++) {
          for (int32_t w = 0; w < windows; w++) {
            gather_patch_i$A(input, window, y, x + w, g * inputs, inputs, 0,
                             patches + w * positions * inputs);
            gather_exponents(input_exponents, operand, window,
                             filter->blocks + g * filter->segments, filter->segments, b, y, x + w,
                             patch_exponents + w * positions * filter->segments);
          }
          for (int32_t o = g * outputs; o < (g + 1) * outputs; o++) {
            const int$F_t *own = weights + o * positions * inputs;
            int64_t *own_exponents = sums + 4 * channels;
            if (windows == 4) {
              block_sums_i$A_i$F_$Q_$N(patches, patch_exponents, positions, own, positions, inputs,
                                       filter, g, o, sums + 4 * o, own_exponents + 4 * o);
              continue;
            }
            /* Each of the last windows of a row is taken four times. */
            for (int32_t w = 0; w < windows; w++) {
              int64_t same[4], same_exponents[4];
              block_sums_i$A_i$F_$Q_$N(patches + w * positions * inputs,
                                       patch_exponents + w * positions * filter->segments, 0, own,
                                       positions, inputs, filter, g, o, same, same_exponents);
              sums[4 * o + w] = same[0];
              own_exponents[4 * o + w] = same_exponents[0];
            }
          }
        }
        for (int32_t w = 0; w < windows; w++, row++) {
          int64_t *values = scratch + row % result->rows * channels;
          int64_t *value_exponents = values + result->rows * channels;
          for (int32_t o = 0; o < channels; o++) {
            values[o] = sums[4 * o + w];
            value_exponents[o] = sums[4 * (channels + o) + w];
          }
          finish_row_i$O_$Q(scratch, scratch + result->rows * channels, row, result, mantissas,
                            exponents);
        }
      }
    }
    input += window->in_height * window->in_width * window->in_channels;
  }
}
