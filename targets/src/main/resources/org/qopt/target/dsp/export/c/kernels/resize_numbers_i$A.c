#include "resized_image.c"
#include "unpack_i$A.c"

/* Makes an image of another size of the pixels of one, as numbers that will be packed. */
static void resize_numbers_i$A(const int$A_t *restrict input,
                               const int16_t *restrict input_exponents,
                               const block_operand *operand, const resized_image *image,
                               int32_t total, int64_t *restrict scratch) {
  for (int32_t b = 0; b < image->batch; b++) {
    for (int32_t y = 0; y < image->out_height; y++) {
      int32_t line = (b * image->in_height + image->rows[y]) * image->in_width;
      for (int32_t x = 0; x < image->out_width; x++) {
        unpack_i$A(input, input_exponents, operand, line + image->columns[x], scratch,
                   scratch + total);
        scratch += image->channels;
      }
    }
  }
}
