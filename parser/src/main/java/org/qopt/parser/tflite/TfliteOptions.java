package org.qopt.parser.tflite;

import com.google.common.primitives.ImmutableLongArray;

/** The options of a node, decoded: one record for each kind of table that the reader looks at. */
sealed interface TfliteOptions {
  /** Nothing that matters. */
  record None() implements TfliteOptions {}

  /**
   * Of convolutions and pools.
   *
   * @param padding a constant of {@code Padding}
   * @param activation a constant of {@code ActivationFunctionType}
   * @param filterHeight rows of the window; 0 for convolutions, whose filter says it
   * @param filterWidth columns of the window; 0 for convolutions
   */
  record Window(
      int padding,
      int strideHeight,
      int strideWidth,
      int dilationHeight,
      int dilationWidth,
      int filterHeight,
      int filterWidth,
      int activation)
      implements TfliteOptions {}

  /**
   * Of arithmetic.
   *
   * @param activation a constant of {@code ActivationFunctionType}
   */
  record Fused(int activation) implements TfliteOptions {}

  /**
   * Of {@code FULLY_CONNECTED}.
   *
   * @param activation a constant of {@code ActivationFunctionType}
   * @param weightsFormat 0 for rows of weights in order
   * @param keepsRank whether the leading dimensions stay apart
   */
  record FullyConnected(int activation, int weightsFormat, boolean keepsRank)
      implements TfliteOptions {}

  /**
   * Of {@code CONCATENATION}.
   *
   * @param activation a constant of {@code ActivationFunctionType}
   */
  record Concatenation(int axis, int activation) implements TfliteOptions {}

  /**
   * Of {@code TRANSPOSE_CONV}.
   *
   * @param padding a constant of {@code Padding}
   * @param activation a constant of {@code ActivationFunctionType}
   */
  record TransposedWindow(int padding, int strideHeight, int strideWidth, int activation)
      implements TfliteOptions {}

  /** Of {@code RESIZE_BILINEAR} and {@code RESIZE_NEAREST_NEIGHBOR}. */
  record Resize(boolean alignCorners, boolean halfPixelCenters) implements TfliteOptions {}

  /**
   * Of {@code FAKE_QUANT}.
   *
   * @param narrow whether the least integer is not used
   */
  record FakeQuantization(float min, float max, int bits, boolean narrow)
      implements TfliteOptions {}

  /** Of {@code SOFTMAX}. */
  record Softmax(float beta) implements TfliteOptions {}

  /** Of {@code MEAN}. */
  record Reducer(boolean keepsRank) implements TfliteOptions {}

  /** Of {@code RESHAPE} and {@code SQUEEZE}: dimensions or axes. */
  record Integers(ImmutableLongArray values) implements TfliteOptions {}

  /** Of {@code STRIDED_SLICE}: bit i of each mask is about axis i. */
  record StridedSlice(int begin, int end, int ellipsis, int newAxis, int shrinkAxis)
      implements TfliteOptions {}
}
