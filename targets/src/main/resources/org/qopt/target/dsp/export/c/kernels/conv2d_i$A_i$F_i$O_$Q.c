#include "dot4_split_i$F.c"
#include "dot_split_i$F.c"
#include "filter_finish_i$O_$Q.c"
#include "gather_patch_i$A.c"
#include "split_high.c"

/*
 * A convolution whose exponents are known; the filter is output channel, row, column, input
 * channel. The patches of four windows are followed by their low parts.
 */
static void conv2d_i$A_i$F_i$O_$Q(const int$A_t *restrict input, const window2d *window,
                                  int32_t groups, const int$F_t *restrict filter,
                                  const filter_stage *stage, int16_t *restrict patches,
                                  int$O_t *restrict output) {
  int32_t inputs = window->in_channels / groups;
  int32_t outputs = window->out_channels / groups;
  int32_t depth = window->kernel_height * window->kernel_width * inputs;
  int16_t *low = patches + 4 * depth;
  for (int32_t b = 0; b < window->batch; b++) {
    for (int32_t y = 0; y < window->out_height; y++) {
      for (int32_t x = 0; x < window->out_width; x += 4) {
        int32_t pixels = window->out_width - x < 4 ? window->out_width - x : 4;
        for (int32_t g = 0; g < groups; g++) {
          for (int32_t p = 0; p < pixels; p++) {
            gather_patch_i$A(input, window, y, x + p, g * inputs, inputs, 0, patches + p * depth);
          }
          split_high(patches, low, pixels * depth);
          for (int32_t o = g * outputs; o < (g + 1) * outputs; o++) {
            int64_t sums[4];
            if (pixels == 4) {
              dot4_split_i$F(patches, low, filter + o * depth, depth, sums);
            } else {
              for (int32_t p = 0; p < pixels; p++) {
                sums[p] = dot_split_i$F(patches + p * depth, low + p * depth, filter + o * depth,
                                        depth);
              }
            }
            for (int32_t p = 0; p < pixels; p++) {
              output[p * window->out_channels + o] = filter_finish_i$O_$Q(sums[p], stage, o);
            }
          }
        }
        output += pixels * window->out_channels;
      }
    }
    input += window->in_height * window->in_width * window->in_channels;
  }
}
