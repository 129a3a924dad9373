package org.qopt.dialect.nn.shape;

import static com.google.common.math.LongMath.saturatedMultiply;
import static org.qopt.dialect.nn.shape.ShapeCheck.differ;

import java.util.Optional;
import org.qopt.ir.type.Shape;

/** The shapes of convolutions: input NHWC, filter OHWI or, for depthwise ones, 1HWM. */
public final class ConvShapes {
  private ConvShapes() {}

  /** {@return the shape of {@code nn.conv2d}: N, the number of windows, O} */
  public static Shape conv2d(ShapeInput input) {
    ShapeCheck.require(ConvShapes::channels, input);
    ShapeCheck.require(ConvShapes::groups, input);
    return windows(input, input.shape(1, 4).dim(0));
  }

  /** {@return the shape of {@code nn.depthwise_conv2d}: N, the number of windows, M} */
  public static Shape depthwise(ShapeInput input) {
    ShapeCheck.require(ConvShapes::depthwiseChannels, input);
    return windows(input, input.shape(1, 4).dim(3));
  }

  private static Shape windows(ShapeInput input, long channels) {
    ShapeCheck.require(ConvShapes::bias, input);
    ShapeCheck.require(ConvShapes::fits, input);
    Shape image = input.shape(0, 4);
    Window window = window(input);
    return Shape.of(
        image.dim(0),
        window.outputHeight(image.dim(1)),
        window.outputWidth(image.dim(2)),
        channels);
  }

  /** {@return the window of a convolution, if the filter's height and width are known} */
  public static Window window(ShapeInput input) {
    Shape filter = input.shape(1, 4);
    return Window.of(input, filter.dim(1), filter.dim(2));
  }

  /** Checks that input channels, filter and groups fit together. */
  public static Optional<String> channels(ShapeInput input) {
    Shape filter = input.shape(1, 4);
    long channels = input.shape(0, 4).dim(3);
    long perGroup = filter.dim(3);
    int groups = input.integer("groups");
    if (perGroup != Shape.DYNAMIC && differ(channels, saturatedMultiply(perGroup, groups))) {
      return Optional.of(
          "expected the filter's input channels (%d) times 'groups' (%d) to be the input's channels, but got %d"
              .formatted(perGroup, groups, channels));
    }
    return Optional.empty();
  }

  /** Checks that the output channels divide into groups. */
  public static Optional<String> groups(ShapeInput input) {
    long outputs = input.shape(1, 4).dim(0);
    int groups = input.integer("groups");
    return outputs == Shape.DYNAMIC || (groups > 0 && outputs % groups == 0)
        ? Optional.empty()
        : Optional.of(
            "expected the filter's output channels to be a multiple of 'groups' (%d), but got %d"
                .formatted(groups, outputs));
  }

  /** Checks that a depthwise filter is 1HWM with M a multiple of the input's channels. */
  public static Optional<String> depthwiseChannels(ShapeInput input) {
    Shape filter = input.shape(1, 4);
    long channels = input.shape(0, 4).dim(3);
    long outputs = filter.dim(3);
    if (differ(filter.dim(0), 1)) {
      return Optional.of("expected a filter with first dimension 1, but got " + filter.dim(0));
    }
    boolean known = channels != Shape.DYNAMIC && outputs != Shape.DYNAMIC;
    if (known && (channels == 0 || outputs % channels != 0)) {
      return Optional.of(
          "expected the filter's channels to be a multiple of the input's channels (%d), but got %d"
              .formatted(channels, outputs));
    }
    return Optional.empty();
  }

  /** Checks that a bias, if there is one, has an element for each output channel. */
  public static Optional<String> bias(ShapeInput input) {
    if (input.shapes().size() < 3) {
      return Optional.empty();
    }
    Shape filter = input.shape(1, 4);
    boolean depthwise = input.attributes().find("groups").isEmpty();
    long outputs = filter.dim(depthwise ? 3 : 0);
    long found = input.shape(2, 1).dim(0);
    return differ(outputs, found)
        ? Optional.of(
            "expected a bias with an element for each of %d output channels, but got %d"
                .formatted(outputs, found))
        : Optional.empty();
  }

  /** Checks that at least one window lies within the padded input. */
  public static Optional<String> fits(ShapeInput input) {
    return window(input).misfit(input.shape(0, 4));
  }
}
