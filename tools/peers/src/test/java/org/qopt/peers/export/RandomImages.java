package org.qopt.peers.export;

import java.util.Optional;
import java.util.Random;
import org.qopt.peers.export.ProgramBuilder.Val;

/** Operations with random attributes that make images larger or smaller. */
final class RandomImages {
  private static final String[] COORDINATES = {
    "asymmetric", "half_pixel", "pytorch_half_pixel", "align_corners"
  };
  private static final String[] ROUNDINGS = {"floor", "ceil", "half_down", "half_up"};

  private final Random random;
  private final ProgramBuilder program;

  RandomImages(Random random, ProgramBuilder program) {
    this.random = random;
    this.program = program;
  }

  /** {@return an image of another size, if {@code x} has pixels} */
  Optional<Val> resized(Val x, String mode) {
    if (x.dim(1) == 0 || x.dim(2) == 0) {
      return Optional.empty();
    }
    boolean scaled = random.nextBoolean();
    int height = scaled ? x.dim(1) * (1 + random.nextInt(3)) : 1 + random.nextInt(9);
    int width = scaled ? x.dim(2) * (1 + random.nextInt(3)) : 1 + random.nextInt(9);
    String size =
        scaled
            ? "scales = array<f32: %d.0, %d.0>".formatted(height / x.dim(1), width / x.dim(2))
            : "sizes = array<i64: %d, %d>".formatted(height, width);
    return Optional.of(
        program.add(
            "nn.resize %s {%s, mode = \"%s\", coordinates = \"%s\", rounding = \"%s\"}"
                .formatted(x.name(), size, mode, one(COORDINATES), one(ROUNDINGS)),
            x.dim(0),
            height,
            width,
            x.dim(3)));
  }

  private String one(String[] words) {
    return words[random.nextInt(words.length)];
  }

  /** {@return a transposed convolution of {@code x} to {@code size} channels of a group} */
  Optional<Val> transposed(Val x, int size, String activation) {
    int channels = x.dim(3);
    int groups = channels > 1 && channels % 2 == 0 && random.nextInt(3) == 0 ? 2 : 1;
    int[] height = axis(x.dim(1));
    int[] width = axis(x.dim(2));
    if (height[5] < 1 || width[5] < 1 || x.dim(1) == 0 || x.dim(2) == 0) {
      return Optional.empty();
    }
    int outputs = groups * size;
    Val filter = program.constant(0.5, outputs, height[0], width[0], channels / groups);
    String bias = random.nextInt(4) == 0 ? "" : ", " + program.constant(1, outputs).name();
    return Optional.of(
        program.add(
            "nn.conv2d_transpose %s, %s%s {strides = array<i64: %d, %d>, dilations = array<i64: %d, %d>, padding = array<i64: %d, %d, %d, %d>, output_padding = array<i64: %d, %d>, groups = %d : i64, %s}"
                .formatted(
                    x.name(),
                    filter.name(),
                    bias,
                    height[1],
                    width[1],
                    height[2],
                    width[2],
                    height[3],
                    height[4],
                    width[3],
                    width[4],
                    height[6],
                    width[6],
                    groups,
                    activation),
            x.dim(0),
            height[5],
            width[5],
            outputs));
  }

  /** Kernel, stride, dilation, padding before and after, results, and results that are added. */
  private int[] axis(int size) {
    int kernel = 1 + random.nextInt(4);
    int stride = 1 + random.nextInt(3);
    int dilation = random.nextInt(3) == 0 ? 2 : 1;
    int before = random.nextInt(3);
    int after = random.nextInt(3);
    int added = random.nextInt(stride);
    int covered = (size - 1) * stride + (kernel - 1) * dilation + 1;
    return new int[] {
      kernel, stride, dilation, before, after, covered - before - after + added, added
    };
  }
}
