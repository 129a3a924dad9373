#include "block_filter.c"
#include "block_operand.c"
#include "span1d.c"
#include "window2d.c"

/* The exponents of what the window at row y and column x covers, segment by segment. */
static void gather_exponents(const int16_t *restrict exponents, const block_operand *operand,
                             const window2d *window, const int32_t *restrict blocks,
                             int32_t segments, int32_t image, int32_t y, int32_t x,
                             int16_t *restrict patch) {
  span1d rows = span1d_at(y * window->stride_height - window->pad_top, window->kernel_height,
                          window->dilation_height, window->in_height);
  span1d columns = span1d_at(x * window->stride_width - window->pad_left, window->kernel_width,
                             window->dilation_width, window->in_width);
  for (int32_t ky = 0; ky < window->kernel_height; ky++) {
    for (int32_t kx = 0; kx < window->kernel_width; kx++) {
      int inside =
          ky >= rows.first && ky < rows.end && kx >= columns.first && kx < columns.end;
      int32_t row = image * window->in_height + rows.start + ky * window->dilation_height;
      int32_t column = columns.start + kx * window->dilation_width;
      int32_t pixel = inside ? row * window->in_width + column : 0;
      for (int32_t s = 0; s < segments; s++) {
        *patch++ = inside ? exponents[pixel * operand->exponents + blocks[s]] : NO_EXPONENT;
      }
    }
  }
}
