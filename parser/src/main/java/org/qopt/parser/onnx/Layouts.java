package org.qopt.parser.onnx;

/** The two layouts of images: NCHW, the model's, and NHWC, in which channels come last. */
final class Layouts {
  /** From NCHW to NHWC. */
  static final int[] TO_CHANNELS_LAST = {0, 2, 3, 1};

  /** From NHWC to NCHW. */
  static final int[] TO_MODEL = {0, 3, 1, 2};

  /** The number of dimensions of an image. */
  static final int RANK = 4;

  private Layouts() {}

  /** {@return where axis {@code axis} of NCHW stands in NHWC} */
  static int toChannelsLast(int axis) {
    return TO_MODEL[axis];
  }
}
