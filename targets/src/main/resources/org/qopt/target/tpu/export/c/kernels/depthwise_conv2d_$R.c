#include "requantize_$R.c"
#include "span1d.c"
#include "window2d.c"

/* Adds one position of a window: a pixel times the weights of its output channels. */
static void depthwise_add_$R(const int8_t *restrict pixel, const int8_t *restrict weights,
                             int32_t channels, int32_t outputs, int32_t zero_point,
                             uint32_t *restrict sums) {
  if (outputs == 1) {
    for (int32_t c = 0; c < channels; c++) {
      sums[c] += (uint32_t)((int16_t)(pixel[c] - zero_point) * weights[c]);
    }
    return;
  }
  for (int32_t c = 0; c < channels; c++) {
    int16_t x = (int16_t)(pixel[c] - zero_point);
    for (int32_t m = 0; m < outputs; m++) {
      sums[c * outputs + m] += (uint32_t)(x * weights[c * outputs + m]);
    }
  }
}

/* A convolution of each channel by itself; the filter is row, column, output channel. */
static void depthwise_conv2d_$R(const int8_t *restrict input, const window2d *window,
                                int32_t zero_point, const int8_t *restrict filter,
                                const int32_t *restrict bias, const stage_$R *stage,
                                uint32_t *restrict sums, int8_t *restrict output) {
  int32_t multiplier = window->out_channels / window->in_channels;
  for (int32_t b = 0; b < window->batch; b++) {
    for (int32_t y = 0; y < window->out_height; y++) {
      span1d rows = span1d_at(y * window->stride_height - window->pad_top, window->kernel_height,
                              window->dilation_height, window->in_height);
      for (int32_t x = 0; x < window->out_width; x++) {
        span1d columns = span1d_at(x * window->stride_width - window->pad_left,
                                   window->kernel_width, window->dilation_width, window->in_width);
        for (int32_t o = 0; o < window->out_channels; o++) {
          sums[o] = (uint32_t)bias[o];
        }
        for (int32_t ky = rows.first; ky < rows.end; ky++) {
          int32_t row = rows.start + ky * window->dilation_height;
          for (int32_t kx = columns.first; kx < columns.end; kx++) {
            int32_t column = columns.start + kx * window->dilation_width;
            depthwise_add_$R(
                input + (row * window->in_width + column) * window->in_channels,
                filter + (ky * window->kernel_width + kx) * window->out_channels,
                window->in_channels, multiplier, zero_point, sums);
          }
        }
        for (int32_t o = 0; o < window->out_channels; o++) {
          *output++ = requantize_$R(sums[o], stage, o);
        }
      }
    }
    input += window->in_height * window->in_width * window->in_channels;
  }
}
