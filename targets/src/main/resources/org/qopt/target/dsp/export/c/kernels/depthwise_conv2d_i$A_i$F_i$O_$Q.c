#include "filter_finish_i$O_$Q.c"
#include "span1d.c"
#include "window2d.c"

/*
 * A convolution of each channel by itself whose exponents are known; the filter is row, column,
 * output channel.
 */
static void depthwise_conv2d_i$A_i$F_i$O_$Q(const int$A_t *restrict input, const window2d *window,
                                            const int$F_t *restrict filter,
                                            const filter_stage *stage, int64_t *restrict sums,
                                            int$O_t *restrict output) {
  int32_t outputs = window->out_channels / window->in_channels;
  for (int32_t b = 0; b < window->batch; b++) {
    for (int32_t y = 0; y < window->out_height; y++) {
      span1d rows = span1d_at(y * window->stride_height - window->pad_top, window->kernel_height,
                              window->dilation_height, window->in_height);
      for (int32_t x = 0; x < window->out_width; x++) {
        span1d columns = span1d_at(x * window->stride_width - window->pad_left,
                                   window->kernel_width, window->dilation_width, window->in_width);
        for (int32_t o = 0; o < window->out_channels; o++) {
          sums[o] = 0;
        }
        for (int32_t ky = rows.first; ky < rows.end; ky++) {
          int32_t row = rows.start + ky * window->dilation_height;
          for (int32_t kx = columns.first; kx < columns.end; kx++) {
            int32_t column = columns.start + kx * window->dilation_width;
            const int$A_t *pixel =
                input + (row * window->in_width + column) * window->in_channels;
            const int$F_t *weights =
                filter + (ky * window->kernel_width + kx) * window->out_channels;
            for (int32_t c = 0; c < window->in_channels; c++) {
              for (int32_t o = c * outputs; o < (c + 1) * outputs; o++) {
                sums[o] += pixel[c] * weights[o];
              }
            }
          }
        }
        for (int32_t o = 0; o < window->out_channels; o++) {
          *output++ = filter_finish_i$O_$Q(sums[o], stage, o);
        }
      }
    }
    input += window->in_height * window->in_width * window->in_channels;
  }
}
