#include "block_operand.c"
#include "finish_row_i$O_$Q.c"
#include "span1d.c"
#include "window2d.c"
#include "divide_$Q.c"

/* The mean of each window, channel by channel, in an accumulator with guard bits. */
static void avg_pool2d_i$A_i$O_$Q(const int$A_t *restrict input,
                                const int16_t *restrict input_exponents,
                                const block_operand *operand, const window2d *window,
                                int32_t guard, const block_result *result,
                                int64_t *restrict scratch, int$O_t *restrict mantissas,
                                int16_t *restrict exponents) {
  int32_t channels = window->in_channels;
  int32_t pixels = window->batch * window->out_height * window->out_width;
  for (int32_t p = 0; p < pixels; p++) {
    int64_t *values = scratch + p % result->rows * channels;
    int64_t *value_exponents = scratch + (result->rows + p % result->rows) * channels;
    int32_t image = p / (window->out_height * window->out_width);
    int32_t y = p / window->out_width % window->out_height;
    int32_t x = p % window->out_width;
    span1d rows = span1d_at(y * window->stride_height - window->pad_top, window->kernel_height, 1,
                            window->in_height);
    span1d columns = span1d_at(x * window->stride_width - window->pad_left, window->kernel_width,
                               1, window->in_width);
    int32_t line = image * window->in_height + rows.start;
    int empty = rows.first >= rows.end || columns.first >= columns.end;
    for (int32_t c = 0; c < channels; c++) {
      values[c] = 0;
      value_exponents[c] = empty ? guard : INT16_MIN;
    }
    for (int32_t ky = rows.first; ky < rows.end; ky++) {
      for (int32_t kx = columns.first; kx < columns.end; kx++) {
        int32_t pixel = (line + ky) * window->in_width + columns.start + kx;
        const int16_t *own = input_exponents + pixel * operand->exponents;
        for (int32_t c = 0; c < channels; c++) {
          int64_t exponent = own[c / operand->block];
          value_exponents[c] = exponent > value_exponents[c] ? exponent : value_exponents[c];
        }
      }
    }
    for (int32_t c = 0; c < channels; c++) {
      value_exponents[c] -= guard;
    }
    for (int32_t ky = rows.first; ky < rows.end; ky++) {
      for (int32_t kx = columns.first; kx < columns.end; kx++) {
        int32_t pixel = (line + ky) * window->in_width + columns.start + kx;
        const int16_t *own = input_exponents + pixel * operand->exponents;
        for (int32_t c = 0; c < channels; c++) {
          int64_t aligned = shift_$Q(input[pixel * channels + c],
                                     value_exponents[c] - own[c / operand->block]);
          values[c] += aligned;
        }
      }
    }
    for (int32_t c = 0; c < channels && !empty; c++) {
      int32_t count = (rows.end - rows.first) * (columns.end - columns.first);
      values[c] = divide_$Q(values[c], count);
    }
    finish_row_i$O_$Q(scratch, scratch + result->rows * channels, p, result, mantissas,
                      exponents);
  }
}
