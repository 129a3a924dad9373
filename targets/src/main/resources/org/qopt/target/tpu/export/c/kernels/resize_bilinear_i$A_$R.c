#include "resized_axis.c"
#include "round20_$R.c"
#include "window2d.c"

/* Each pixel is the mean of the four around its place, weighted by their distance from it. */
static void resize_bilinear_i$A_$R(const int$A_t *restrict input, const window2d *sizes,
                               const resized_axis *rows, const resized_axis *columns,
                               int$A_t *restrict output) {
  int32_t channels = sizes->in_channels;
  for (int32_t b = 0; b < sizes->batch; b++) {
    for (int32_t y = 0; y < sizes->out_height; y++) {
      resized_place row = resized_place_at(rows, y, sizes->in_height);
      const int$A_t *top = input + row.before * sizes->in_width * channels;
      const int$A_t *bottom = input + row.behind * sizes->in_width * channels;
      for (int32_t x = 0; x < sizes->out_width; x++) {
        resized_place column = resized_place_at(columns, x, sizes->in_width);
        int32_t left = column.before * channels;
        int32_t right = column.behind * channels;
        for (int32_t c = 0; c < channels; c++) {
          int64_t upper = (int64_t)(1024 - column.weight) * top[left + c] +
                          (int64_t)column.weight * top[right + c];
          int64_t lower = (int64_t)(1024 - column.weight) * bottom[left + c] +
                          (int64_t)column.weight * bottom[right + c];
          int64_t mean = (1024 - row.weight) * upper + row.weight * lower;
          *output++ = (int$A_t)round20_$R(mean);
        }
      }
    }
    input += sizes->in_height * sizes->in_width * channels;
  }
}
