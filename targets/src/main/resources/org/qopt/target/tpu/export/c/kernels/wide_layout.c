/*
 * Which input channels an output channel sums, where its weights stand, and whether each pixel is
 * spread over a window of the result.
 */
typedef struct {
  int32_t inputs, sharing;
  int32_t output_stride, position_stride;
  int32_t transposed;
} wide_layout;
