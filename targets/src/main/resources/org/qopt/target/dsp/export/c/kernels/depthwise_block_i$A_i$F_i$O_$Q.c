#include "block_filter.c"
#include "block_operand.c"
#include "finish_row_i$O_$Q.c"
#include "span1d.c"
#include "window2d.c"

/*
 * A convolution of each channel by itself whose exponents are found at run time. There is a segment
 * for each output channel, and an exponent for each position and output channel.
 */
static void depthwise_block_i$A_i$F_i$O_$Q(
    const int$A_t *restrict input, const int16_t *restrict input_exponents,
    const block_operand *operand, const window2d *window, const int$F_t *restrict weights,
    const block_filter *filter, const block_result *result, int64_t *restrict scratch,
    int$O_t *restrict mantissas, int16_t *restrict exponents) {
  int32_t outputs = window->out_channels;
  int32_t pixels = window->batch * window->out_height * window->out_width;
  for (int32_t row = 0; row < pixels; row++) {
    int64_t *values = scratch + row % result->rows * outputs;
    int64_t *value_exponents = values + result->rows * outputs;
    int32_t image = row / (window->out_height * window->out_width);
    int32_t y = row / window->out_width % window->out_height;
    int32_t x = row % window->out_width;
    span1d rows = span1d_at(y * window->stride_height - window->pad_top, window->kernel_height,
                            window->dilation_height, window->in_height);
    span1d columns = span1d_at(x * window->stride_width - window->pad_left, window->kernel_width,
                               window->dilation_width, window->in_width);
    int32_t line = image * window->in_height + rows.start;
    for (int32_t o = 0; o < outputs; o++) {
      value_exponents[o] = filter->bias_exponents[o];
    }
    for (int32_t ky = rows.first; ky < rows.end; ky++) {
      for (int32_t kx = columns.first; kx < columns.end; kx++) {
        int32_t pixel = (line + ky * window->dilation_height) * window->in_width +
                        columns.start + kx * window->dilation_width;
        const int16_t *own = filter->exponents + (ky * window->kernel_width + kx) * outputs;
        for (int32_t o = 0; o < outputs; o++) {
          int64_t exponent =
              input_exponents[pixel * operand->exponents + filter->blocks[o]] + own[o];
          value_exponents[o] = exponent > value_exponents[o] ? exponent : value_exponents[o];
        }
      }
    }
    for (int32_t o = 0; o < outputs; o++) {
      value_exponents[o] =
          value_exponents[o] == NO_EXPONENT ? 0 : value_exponents[o] - filter->guard;
      values[o] = shift_$Q(filter->bias[o], value_exponents[o] - filter->bias_exponents[o]);
    }
    for (int32_t ky = rows.first; ky < rows.end; ky++) {
      for (int32_t kx = columns.first; kx < columns.end; kx++) {
        int32_t pixel = (line + ky * window->dilation_height) * window->in_width +
                        columns.start + kx * window->dilation_width;
        int32_t position = (ky * window->kernel_width + kx) * outputs;
        for (int32_t o = 0; o < outputs; o++) {
          int64_t exponent = input_exponents[pixel * operand->exponents + filter->blocks[o]] +
                             filter->exponents[position + o];
          int64_t product =
              input[pixel * window->in_channels + filter->starts[o]] * weights[position + o];
          values[o] += shift_$Q(product, value_exponents[o] - exponent);
        }
      }
    }
    finish_row_i$O_$Q(scratch, scratch + result->rows * outputs, row, result, mantissas,
                      exponents);
  }
}
