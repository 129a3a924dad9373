#include <string.h>
#include "window2d.c"

/* Pixels of images: for each row and column of the result the row and column that it is of. */
static void resize_nearest_i$A(const int$A_t *restrict input, const window2d *sizes,
                           const int32_t *rows, const int32_t *columns,
                           int$A_t *restrict output) {
  int32_t channels = sizes->in_channels;
  for (int32_t b = 0; b < sizes->batch; b++) {
    for (int32_t y = 0; y < sizes->out_height; y++) {
      const int$A_t *line = input + rows[y] * sizes->in_width * channels;
      for (int32_t x = 0; x < sizes->out_width; x++) {
        memcpy(output, line + columns[x] * channels, (size_t)channels * sizeof *output);
        output += channels;
      }
    }
    input += sizes->in_height * sizes->in_width * channels;
  }
}
