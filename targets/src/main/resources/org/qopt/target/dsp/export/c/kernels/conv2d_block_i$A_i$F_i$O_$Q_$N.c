#include "block_sum_i$A_i$F_$Q_$N.c"
#include "finish_row_i$O_$Q.c"
#include "gather_exponents.c"
#include "gather_patch_i$A.c"

/* A convolution whose exponents are found at run time. */
static void conv2d_block_i$A_i$F_i$O_$Q_$N(
    const int$A_t *restrict input, const int16_t *restrict input_exponents,
    const block_operand *operand, const window2d *window, int32_t groups,
    const int$F_t *restrict weights, const block_filter *filter, int16_t *restrict patch,
    int16_t *restrict patch_exponents, const block_result *result, int64_t *restrict scratch,
    int$O_t *restrict mantissas, int16_t *restrict exponents) {
  int32_t inputs = window->in_channels / groups;
  int32_t outputs = window->out_channels / groups;
  int32_t positions = window->kernel_height * window->kernel_width;
  int32_t depth = positions * inputs;
  int32_t row = 0;
  for (int32_t b = 0; b < window->batch; b++) {
    for (int32_t y = 0; y < window->out_height; y++) {
      for (int32_t x = 0; x < window->out_width; x++, row++) {
        int64_t *values = scratch + row % result->rows * result->width;
        int64_t *value_exponents = values + result->rows * result->width;
        for (int32_t g = 0; g < groups; g++) {
          gather_patch_i$A(input, window, y, x, g * inputs, inputs, 0, patch);
          gather_exponents(input_exponents, operand, window,
                           filter->blocks + g * filter->segments, filter->segments, b, y, x,
                           patch_exponents);
          for (int32_t o = g * outputs; o < (g + 1) * outputs; o++) {
            values[o] =
                block_sum_i$A_i$F_$Q_$N(patch, patch_exponents, weights + o * depth, positions, inputs,
                                    filter, g, o, &value_exponents[o]);
          }
        }
        finish_row_i$O_$Q(scratch, scratch + result->rows * result->width, row, result, mantissas,
                          exponents);
      }
    }
    input += window->in_height * window->in_width * window->in_channels;
  }
}
