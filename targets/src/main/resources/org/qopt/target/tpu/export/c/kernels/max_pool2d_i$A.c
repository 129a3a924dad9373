#include "clamp_i$A.c"
#include "span1d.c"
#include "window2d.c"

/* The largest number of each window. */
static void max_pool2d_i$A(const int$A_t *restrict input, const window2d *window, int32_t least,
                       int32_t largest, int$A_t *restrict output) {
  int32_t channels = window->in_channels;
  for (int32_t b = 0; b < window->batch; b++) {
    for (int32_t y = 0; y < window->out_height; y++) {
      span1d rows = span1d_at(y * window->stride_height - window->pad_top, window->kernel_height,
                              1, window->in_height);
      for (int32_t x = 0; x < window->out_width; x++) {
        span1d columns = span1d_at(x * window->stride_width - window->pad_left,
                                   window->kernel_width, 1, window->in_width);
        for (int32_t c = 0; c < channels; c++) {
          output[c] = INT$A_MIN;
        }
        for (int32_t row = rows.start + rows.first; row < rows.start + rows.end; row++) {
          for (int32_t column = columns.start + columns.first;
               column < columns.start + columns.end; column++) {
            const int$A_t *pixel = input + (row * window->in_width + column) * channels;
            for (int32_t c = 0; c < channels; c++) {
              output[c] = pixel[c] > output[c] ? pixel[c] : output[c];
            }
          }
        }
        for (int32_t c = 0; c < channels; c++) {
          output[c] = clamp_i$A(output[c], 0, least, largest);
        }
        output += channels;
      }
    }
    input += window->in_height * window->in_width * channels;
  }
}
