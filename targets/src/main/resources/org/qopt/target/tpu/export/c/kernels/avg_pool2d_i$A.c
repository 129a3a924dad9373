#include <string.h>
#include "clamp_i$A.c"
#include "span1d.c"
#include "window2d.c"

/* The sum of the numbers of each window over their number, to nearest, halves away from zero. */
static void avg_pool2d_i$A(const int$A_t *restrict input, const window2d *window, int32_t least,
                       int32_t largest, int32_t *restrict sums, int$A_t *restrict output) {
  int32_t channels = window->in_channels;
  for (int32_t b = 0; b < window->batch; b++) {
    for (int32_t y = 0; y < window->out_height; y++) {
      span1d rows = span1d_at(y * window->stride_height - window->pad_top, window->kernel_height,
                              1, window->in_height);
      for (int32_t x = 0; x < window->out_width; x++) {
        span1d columns = span1d_at(x * window->stride_width - window->pad_left,
                                   window->kernel_width, 1, window->in_width);
        int32_t count = (rows.end - rows.first) * (columns.end - columns.first);
        memset(sums, 0, (size_t)channels * sizeof *sums);
        for (int32_t row = rows.start + rows.first; row < rows.start + rows.end; row++) {
          for (int32_t column = columns.start + columns.first;
               column < columns.start + columns.end; column++) {
            const int$A_t *pixel = input + (row * window->in_width + column) * channels;
            for (int32_t c = 0; c < channels; c++) {
              sums[c] += pixel[c];
            }
          }
        }
        for (int32_t c = 0; c < channels; c++) {
          int32_t half = sums[c] > 0 ? count / 2 : -(count / 2);
          *output++ = clamp_i$A((sums[c] + half) / count, 0, least, largest);
        }
      }
    }
    input += window->in_height * window->in_width * channels;
  }
}
