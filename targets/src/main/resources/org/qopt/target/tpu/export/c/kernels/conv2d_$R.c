#include "dot4_i8.c"
#include "dot_i8.c"
#include "gather_patch_i$A.c"
#include "requantize_$R.c"

/* A convolution; the filter is output channel, row, column, input channel. */
static void conv2d_$R(const int8_t *restrict input, const window2d *window, int32_t groups,
                      int32_t zero_point, const int8_t *restrict filter,
                      const int32_t *restrict bias, const stage_$R *stage,
                      int16_t *restrict patches, int8_t *restrict output) {
  int32_t inputs = window->in_channels / groups;
  int32_t outputs = window->out_channels / groups;
  int32_t depth = window->kernel_height * window->kernel_width * inputs;
  for (int32_t b = 0; b < window->batch; b++) {
    for (int32_t y = 0; y < window->out_height; y++) {
      for (int32_t x = 0; x < window->out_width; x += 4) {
        int32_t pixels = window->out_width - x < 4 ? window->out_width - x : 4;
        for (int32_t g = 0; g < groups; g++) {
          for (int32_t p = 0; p < pixels; p++) {
            gather_patch_i$A(input, window, y, x + p, g * inputs, inputs, zero_point,
                         patches + p * depth);
          }
          for (int32_t o = g * outputs; o < (g + 1) * outputs; o++) {
            uint32_t sums[4];
            if (pixels == 4) {
              dot4_i8(patches, filter + o * depth, depth, sums);
            } else {
              for (int32_t p = 0; p < pixels; p++) {
                sums[p] = dot_i8(patches + p * depth, filter + o * depth, depth);
              }
            }
            for (int32_t p = 0; p < pixels; p++) {
              output[p * window->out_channels + o] =
                  requantize_$R((uint32_t)bias[o] + sums[p], stage, o);
            }
          }
        }
        output += pixels * window->out_channels;
      }
    }
    input += window->in_height * window->in_width * window->in_channels;
  }
}
