#include <string.h>
#include "resized_image.c"

/* Makes an image of another size of the pixels of one. */
static void resize_$T(const $T *restrict input, const resized_image *image, $T *restrict output) {
  for (int32_t b = 0; b < image->batch; b++) {
    for (int32_t y = 0; y < image->out_height; y++) {
      const $T *line = input + image->rows[y] * image->in_width * image->channels;
      for (int32_t x = 0; x < image->out_width; x++) {
        memcpy(output, line + image->columns[x] * image->channels,
               (size_t)image->channels * sizeof *output);
        output += image->channels;
      }
    }
    input += image->in_height * image->in_width * image->channels;
  }
}
