package org.qopt.target.canonicalize;

import static org.qopt.target.canonicalize.Text.array;
import static org.qopt.target.canonicalize.Text.tensor;

import java.util.Random;

/**
 * A filter over images that are padded by what stands for 0, in the QDQ form: of any strides,
 * dilations, groups and paddings.
 *
 * @param quant the dialect of the casts
 * @param value the type of elements of images and results
 * @param constant a constant of the filter: the name of its operation
 * @param filter the type of the elements of a filter, from the number of its channels and their
 *     axis
 * @param bytes how many bytes an element of the filter has
 */
record PaddedImages(String quant, String value, String constant, FilterType filter, int bytes) {

  /** The type of the elements of a filter. */
  interface FilterType {
    String of(int channels, int axis);
  }

  /** {@return a program with {@code nn.conv2d}} */
  String conv2d(Random random) {
    int groups = 1 + random.nextInt(2);
    int in = groups * (1 + random.nextInt(3));
    int out = groups * (1 + random.nextInt(2));
    int h = 1 + random.nextInt(3);
    int w = 1 + random.nextInt(3);
    return filtered(
        random,
        "nn.conv2d",
        in,
        out,
        "groups = %d : i64, ".formatted(groups),
        new int[] {out, h, w, in / groups},
        0);
  }

  /** {@return a program with {@code nn.depthwise_conv2d}} */
  String depthwise(Random random) {
    int in = 1 + random.nextInt(3);
    int out = in * (1 + random.nextInt(2));
    int[] filter = {1, 1 + random.nextInt(3), 1 + random.nextInt(3), out};
    return filtered(random, "nn.depthwise_conv2d", in, out, "", filter, 3);
  }

  private String filtered(
      Random random, String op, int in, int out, String more, int[] shape, int axis) {
    int images = 1 + random.nextInt(2);
    int[] image = {images, 3 + random.nextInt(14), 16, in};
    int[] pad = Text.shape(random, 4);
    int[] own = Text.shape(random, 4);
    int[] strides = {1 + random.nextInt(3), 1 + random.nextInt(3)};
    int[] dilations = {1 + random.nextInt(2), 1 + random.nextInt(2)};
    int[] padded = {images, image[1] + pad[0] + pad[1], image[2] + pad[2] + pad[3], in};
    int[] result = {
      images,
      size(padded[1] + own[0] + own[1], shape[1], strides[0], dilations[0]),
      size(padded[2] + own[2] + own[3], shape[2], strides[1], dilations[1]),
      out
    };
    String weights = filter.of(out, axis);
    int elements = shape[0] * shape[1] * shape[2] * shape[3];
    String body =
        """
          %%px = Q.dcast %%x : %1$s
          %%pa = nn.pad %%px {padding = %2$s} : %3$s
          %%a = Q.qcast %%pa : %4$s
          %%qa = Q.dcast %%a : %3$s
          %%w = CONSTANT {value = dense<%5$s> : %6$s} : %7$s
          %%qw = Q.dcast %%w : %8$s
          %%qy = %9$s %%qa, %%qw {%10$sdilations = %11$s, padding = %12$s, strides = %13$s} : %14$s
          %%y = Q.qcast %%qy : %15$s
        """
            .formatted(
                tensor("f32", image),
                array(0, 0, pad[0], pad[1], pad[2], pad[3], 0, 0),
                tensor("f32", padded),
                tensor(value, padded),
                Text.elements(elements, bytes, random),
                tensor("i" + bytes * Byte.SIZE, shape),
                tensor(weights, shape),
                tensor("f32", shape),
                op,
                more,
                array(dilations),
                array(own),
                array(strides),
                tensor("f32", result),
                tensor(value, result))
            .replace("Q.", quant + ".")
            .replace("CONSTANT", constant);
    return Text.function(tensor(value, image), body, tensor(value, result));
  }

  private static int size(int padded, int kernel, int stride, int dilation) {
    return (padded - (kernel - 1) * dilation - 1) / stride + 1;
  }
}
