#include "block_filter.c"
#include "block_operand.c"
#include "finish_row_i$O_$Q.c"
#include "reached_from.c"
#include "window2d.c"

/*
 * A transposed convolution whose exponents are found at run time: first the largest exponent of
 * what a pixel of the result sums, then the sums of products of segments, aligned to it.
 */
static void conv2d_transpose_block_i$A_i$F_i$O_$Q(
    const int$A_t *restrict input, const int16_t *restrict input_exponents,
    const block_operand *operand, const window2d *window, int32_t groups,
    const int$F_t *restrict weights, const block_filter *filter, const block_result *result,
    int64_t *restrict scratch, int$O_t *restrict mantissas, int16_t *restrict exponents) {
  int32_t inputs = window->in_channels / groups;
  int32_t outputs = window->out_channels / groups;
  int32_t channels = window->out_channels;
  int32_t positions = window->kernel_height * window->kernel_width;
  int32_t pixels = window->batch * window->out_height * window->out_width;
  for (int32_t at = 0; at < pixels; at++) {
    int64_t *values = scratch + at % result->rows * channels;
    int64_t *value_exponents = values + result->rows * channels;
    int32_t image = at / (window->out_height * window->out_width) * window->in_height;
    int32_t y = at / window->out_width % window->out_height + window->pad_top;
    int32_t x = at % window->out_width + window->pad_left;
    for (int32_t o = 0; o < channels; o++) {
      const int32_t group = o / outputs * filter->segments;
      value_exponents[o] = filter->bias_exponents[o];
      for (int32_t pass = 0; pass < 2; pass++) {
        for (int32_t p = 0; p < positions; p++) {
          int32_t row = reached_from(y - p / window->kernel_width * window->dilation_height,
                                     window->stride_height, window->in_height);
          int32_t column = reached_from(x - p % window->kernel_width * window->dilation_width,
                                        window->stride_width, window->in_width);
          if (row < 0 || column < 0) {
            continue;
          }
          int32_t pixel = (image + row) * window->in_width + column;
          for (int32_t s = 0; s < filter->segments; s++) {
            int32_t own = (o * positions + p) * filter->segments + s;
            int64_t exponent =
                input_exponents[pixel * operand->exponents + filter->blocks[group + s]] +
                filter->exponents[own];
            if (pass == 0) {
              value_exponents[o] = exponent > value_exponents[o] ? exponent : value_exponents[o];
              continue;
            }
            const int$A_t *from = input + pixel * window->in_channels + o / outputs * inputs +
                                  filter->starts[group + s];
            const int$F_t *row_weights =
                weights + (o * positions + p) * inputs + filter->starts[group + s];
            int64_t dot = 0;
            for (int32_t c = 0; c < filter->lengths[group + s]; c++) {
              dot += from[c] * row_weights[c];
            }
            values[o] += shift_$Q(dot, value_exponents[o] - exponent);
          }
        }
        if (pass == 0) {
          value_exponents[o] =
              value_exponents[o] < NO_EXPONENT / 2 ? 0 : value_exponents[o] - filter->guard;
          values[o] =
              shift_$Q(filter->bias[o], value_exponents[o] - filter->bias_exponents[o]);
        }
      }
    }
    finish_row_i$O_$Q(scratch, scratch + result->rows * channels, at, result, mantissas,
                      exponents);
  }
}
