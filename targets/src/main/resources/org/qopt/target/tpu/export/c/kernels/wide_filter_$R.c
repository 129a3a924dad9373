#include "slid_to.c"
#include "spread_from.c"
#include "wide_layout.c"
#include "wide_requantize_$R.c"
#include "window2d.c"

/* Convolutions and matrix products of numbers of 16 bits; sums have 64. */
static void wide_filter_$R(const int16_t *restrict input, const window2d *window,
                           const wide_layout *layout, const int8_t *restrict filter,
                           const int64_t *restrict bias, const stage_$R *stage,
                           int64_t *restrict sums, int16_t *restrict output) {
  int32_t positions = window->kernel_height * window->kernel_width;
  for (int32_t b = 0; b < window->batch; b++) {
    for (int32_t y = 0; y < window->out_height; y++) {
      for (int32_t x = 0; x < window->out_width; x++) {
        for (int32_t o = 0; o < window->out_channels; o++) {
          sums[o] = bias[o];
        }
        for (int32_t position = 0; position < positions; position++) {
          int32_t ky = position / window->kernel_width;
          int32_t kx = position % window->kernel_width;
          int32_t row = layout->transposed
                            ? spread_from(y + window->pad_top, ky, window->dilation_height,
                                          window->stride_height, window->in_height)
                            : slid_to(y * window->stride_height - window->pad_top, ky,
                                      window->dilation_height, window->in_height);
          int32_t column = layout->transposed
                               ? spread_from(x + window->pad_left, kx, window->dilation_width,
                                             window->stride_width, window->in_width)
                               : slid_to(x * window->stride_width - window->pad_left, kx,
                                         window->dilation_width, window->in_width);
          const int16_t *pixel;
          const int8_t *weights = filter + position * layout->position_stride;
          if (row < 0 || column < 0) {
            continue;
          }
          pixel = input + (row * window->in_width + column) * window->in_channels;
          for (int32_t o = 0; o < window->out_channels; o++) {
            const int16_t *from = pixel + o / layout->sharing * layout->inputs;
            for (int32_t i = 0; i < layout->inputs; i++) {
              sums[o] += from[i] * weights[o * layout->output_stride + i];
            }
          }
        }
        for (int32_t o = 0; o < window->out_channels; o++) {
          *output++ = wide_requantize_$R(sums[o], stage, o);
        }
      }
    }
    input += window->in_height * window->in_width * window->in_channels;
  }
}
