#include "filter_finish_i$O_$Q.c"
#include "reached_from.c"
#include "window2d.c"

/*
 * A transposed convolution whose exponents are known: a pixel of the result sums over the pixels
 * whose windows reach it; the filter is output channel, row, column, input channel.
 */
static void conv2d_transpose_i$A_i$F_i$O_$Q(const int$A_t *restrict input, const window2d *window,
                                            int32_t groups, const int$F_t *restrict filter,
                                            const filter_stage *stage, int$O_t *restrict output) {
  int32_t inputs = window->in_channels / groups;
  int32_t outputs = window->out_channels / groups;
  for (int32_t b = 0; b < window->batch; b++) {
    for (int32_t y = 0; y < window->out_height; y++) {
      for (int32_t x = 0; x < window->out_width; x++) {
        for (int32_t o = 0; o < window->out_channels; o++) {
          int64_t sum = 0;
          for (int32_t ky = 0; ky < window->kernel_height; ky++) {
            int32_t row = reached_from(y + window->pad_top - ky * window->dilation_height,
                                       window->stride_height, window->in_height);
            for (int32_t kx = 0; row >= 0 && kx < window->kernel_width; kx++) {
              int32_t column = reached_from(x + window->pad_left - kx * window->dilation_width,
                                            window->stride_width, window->in_width);
              if (column < 0) {
                continue;
              }
              const int$A_t *pixel = input +
                                     (row * window->in_width + column) * window->in_channels +
                                     o / outputs * inputs;
              const int$F_t *weights =
                  filter +
                  ((o * window->kernel_height + ky) * window->kernel_width + kx) * inputs;
              for (int32_t c = 0; c < inputs; c++) {
                sum += pixel[c] * weights[c];
              }
            }
          }
          *output++ = filter_finish_i$O_$Q(sum, stage, o);
        }
      }
    }
    input += window->in_height * window->in_width * window->in_channels;
  }
}
