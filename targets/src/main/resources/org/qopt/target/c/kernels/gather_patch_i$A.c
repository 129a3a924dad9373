#include <string.h>
#include "window2d.c"
#include "span1d.c"

/*
 * Widens what the window at row y and column x covers of some channels, less the zero point;
 * padding becomes 0.
 */
static void gather_patch_i$A(const int$A_t *restrict image, const window2d *window, int32_t y,
                             int32_t x, int32_t first_channel, int32_t channels,
                             int32_t zero_point, int16_t *restrict patch) {
  span1d rows = span1d_at(y * window->stride_height - window->pad_top, window->kernel_height,
                          window->dilation_height, window->in_height);
  span1d columns = span1d_at(x * window->stride_width - window->pad_left, window->kernel_width,
                             window->dilation_width, window->in_width);
  /* Neighbouring pixels are neighbours in the patch, too. */
  int dense = window->dilation_width == 1 && channels == window->in_channels;
  for (int32_t ky = 0; ky < window->kernel_height; ky++) {
    int16_t *line = patch + ky * window->kernel_width * channels;
    int inside = ky >= rows.first && ky < rows.end && columns.first < columns.end;
    int32_t first = inside ? columns.first : 0;
    int32_t end = inside ? columns.end : 0;
    int32_t step = dense ? end - first : 1;
    int32_t row = rows.start + ky * window->dilation_height;
    memset(line, 0, (size_t)(first * channels) * sizeof *line);
    for (int32_t kx = first; kx < end; kx += step) {
      int32_t column = columns.start + kx * window->dilation_width;
      const int$A_t *from =
          image + (row * window->in_width + column) * window->in_channels + first_channel;
      int16_t *to = line + kx * channels;
      for (int32_t i = 0; i < step * channels; i++) {
        to[i] = (int16_t)(from[i] - zero_point);
      }
    }
    memset(line + end * channels, 0,
           (size_t)((window->kernel_width - end) * channels) * sizeof *line);
  }
}
