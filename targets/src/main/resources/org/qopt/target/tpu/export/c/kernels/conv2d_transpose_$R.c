#include "requantize_$R.c"
#include "spread_from.c"
#include "window2d.c"

/* Spreads each pixel over a window; the filter is output channel, row, column, input channel. */
static void conv2d_transpose_$R(const int8_t *restrict input, const window2d *window,
                                int32_t groups, int32_t zero_point,
                                const int8_t *restrict filter, const int32_t *restrict bias,
                                const stage_$R *stage, uint32_t *restrict sums,
                                int8_t *restrict output) {
  int32_t inputs = window->in_channels / groups;
  int32_t outputs = window->out_channels / groups;
  int32_t positions = window->kernel_height * window->kernel_width;
  for (int32_t b = 0; b < window->batch; b++) {
    for (int32_t y = 0; y < window->out_height; y++) {
      for (int32_t x = 0; x < window->out_width; x++) {
        for (int32_t o = 0; o < window->out_channels; o++) {
          sums[o] = (uint32_t)bias[o];
        }
        for (int32_t position = 0; position < positions; position++) {
          int32_t row = spread_from(y + window->pad_top, position / window->kernel_width,
                                    window->dilation_height, window->stride_height,
                                    window->in_height);
          int32_t column = spread_from(x + window->pad_left, position % window->kernel_width,
                                       window->dilation_width, window->stride_width,
                                       window->in_width);
          const int8_t *pixel;
          if (row < 0 || column < 0) {
            continue;
          }
          pixel = input + (row * window->in_width + column) * window->in_channels;
          for (int32_t o = 0; o < window->out_channels; o++) {
            const int8_t *from = pixel + o / outputs * inputs;
            const int8_t *weights = filter + (o * positions + position) * inputs;
            for (int32_t i = 0; i < inputs; i++) {
              sums[o] += (uint32_t)((from[i] - zero_point) * weights[i]);
            }
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
