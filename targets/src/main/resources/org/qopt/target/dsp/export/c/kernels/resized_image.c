/* Images, and the row and the column of the image that each row and column of the result is. */
typedef struct {
  int32_t batch, in_height, in_width, channels;
  int32_t out_height, out_width;
  const int32_t *rows, *columns;
} resized_image;
