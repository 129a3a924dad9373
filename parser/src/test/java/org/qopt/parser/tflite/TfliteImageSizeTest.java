package org.qopt.parser.tflite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.qopt.parser.model.Programs.assertBody;
import static org.qopt.parser.model.Programs.fault;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.lite.schema.ActivationFunctionType;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.BuiltinOptionsUnion;
import org.tensorflow.lite.schema.Padding;
import org.tensorflow.lite.schema.ResizeBilinearOptionsT;
import org.tensorflow.lite.schema.ResizeNearestNeighborOptionsT;
import org.tensorflow.lite.schema.TransposeConvOptionsT;

/** Operators of TensorFlow Lite that make images of another size. */
class TfliteImageSizeTest {
  private final TfliteModelBuilder model = new TfliteModelBuilder();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "false | false |",
        "true | false | coordinates = \"align_corners\", rounding = \"half_up\",",
        "false | true | coordinates = \"half_pixel\", rounding = \"half_up\",",
      })
  void nearestPixelsAreThoseOfTheKernel(boolean aligned, boolean centers, String how) {
    ResizeNearestNeighborOptionsT options = new ResizeNearestNeighborOptionsT();
    options.setAlignCorners(aligned);
    options.setHalfPixelCenters(centers);
    int y = resize(BuiltinOperator.RESIZE_NEAREST_NEIGHBOR, nearest(options));
    assertBody(body(how == null ? "" : how + " "), model.read(y));
  }

  @Test
  void bilinearWeightsAreThoseOfTheKernel() {
    ResizeBilinearOptionsT options = new ResizeBilinearOptionsT();
    options.setHalfPixelCenters(true);
    int y = resize(BuiltinOperator.RESIZE_BILINEAR, bilinear(options));
    assertBody(body("coordinates = \"half_pixel\", mode = \"bilinear\", "), model.read(y));
  }

  @Test
  void bothAlignedAndCenteredIsRefused() {
    ResizeBilinearOptionsT options = new ResizeBilinearOptionsT();
    options.setAlignCorners(true);
    options.setHalfPixelCenters(true);
    int y = resize(BuiltinOperator.RESIZE_BILINEAR, bilinear(options));
    assertEquals(
        "node \"y\" (RESIZE_BILINEAR, #0): either corners are aligned or pixels have centers, but"
            + " both are set",
        fault(() -> model.read(y)));
  }

  // Of the 5 rows that the windows cover one is cut off; of the columns one is missing.
  @Test
  void sizeOfTransposedConvolutionSaysWhatIsCutOff() {
    int size = model.integers("size", 1, 4, 6, 3);
    int w = model.weights("w", 3, 3, 3, 2);
    int x = model.input("x", 1, 2, 2, 2);
    int b = model.weights("b", 3);
    int y = model.tensor("y", 1, 4, 6, 3);
    model.node(
        BuiltinOperator.TRANSPOSE_CONV,
        transposed(Padding.SAME, ActivationFunctionType.RELU),
        new int[] {size, w, x, b},
        y);
    assertBody(
        """
        func.func @main(%arg0: tensor<1x2x2x2xf32>) -> tensor<1x4x6x3xf32> {
        %cst = nn.constant {value = dense_resource<__elided__> : tensor<3x3x3x2xf32>} : tensor<3x3x3x2xf32>
        %cst_0 = nn.constant {value = dense<[0.5, 0.5, 0.5]> : tensor<3xf32>} : tensor<3xf32>
        %0 = nn.conv2d_transpose %arg0, %cst, %cst_0 {activation = "relu", output_padding = array<i64: 0, 1>, padding = array<i64: 0, 1, 0, 0>, strides = array<i64: 2, 2>} : tensor<1x4x6x3xf32>
        return %0 : tensor<1x4x6x3xf32>
        """,
        model.read(y));
  }

  @Test
  void transposedConvolutionToNothingIsRefused() {
    int size = model.integers("size", 1, 0, 4, 3);
    int w = model.weights("w", 3, 3, 3, 2);
    int x = model.input("x", 1, 2, 2, 2);
    int y = model.tensor("y", 1, 0, 4, 3);
    model.node(
        BuiltinOperator.TRANSPOSE_CONV,
        transposed(Padding.VALID, ActivationFunctionType.NONE),
        new int[] {size, w, x},
        y);
    assertEquals(
        "node \"y\" (TRANSPOSE_CONV, #0): the sizes of the result and of the window are at least 1",
        fault(() -> model.read(y)));
  }

  @Test
  void powersAndRootsAreRead() {
    int x = model.input("x", 2);
    int e = model.constant("e", new float[] {2, 3}, 2);
    int p = model.tensor("p", 2);
    int y = model.tensor("y", 2);
    model.node(BuiltinOperator.POW, new int[] {x, e}, p);
    model.node(BuiltinOperator.SQRT, new int[] {p}, y);
    assertBody(
        """
        func.func @main(%arg0: tensor<2xf32>) -> tensor<2xf32> {
        %cst = nn.constant {value = dense<[2.0, 3.0]> : tensor<2xf32>} : tensor<2xf32>
        %0 = nn.pow %arg0, %cst : tensor<2xf32>
        %1 = nn.sqrt %0 : tensor<2xf32>
        return %1 : tensor<2xf32>
        """,
        model.read(y));
  }

  private int resize(int code, Consumer<BuiltinOptionsUnion> options) {
    int x = model.input("x", 1, 2, 2, 3);
    int size = model.integers("size", 5, 7);
    int y = model.tensor("y", 1, 5, 7, 3);
    model.node(code, options, new int[] {x, size}, y);
    return y;
  }

  private static String body(String how) {
    return """
    func.func @main(%%arg0: tensor<1x2x2x3xf32>) -> tensor<1x5x7x3xf32> {
    %%0 = nn.resize %%arg0 {%ssizes = array<i64: 5, 7>} : tensor<1x5x7x3xf32>
    return %%0 : tensor<1x5x7x3xf32>
    """
        .formatted(how);
  }

  private static Consumer<BuiltinOptionsUnion> nearest(ResizeNearestNeighborOptionsT options) {
    return union -> {
      union.setType(BuiltinOptions.ResizeNearestNeighborOptions);
      union.setValue(options);
    };
  }

  private static Consumer<BuiltinOptionsUnion> bilinear(ResizeBilinearOptionsT options) {
    return union -> {
      union.setType(BuiltinOptions.ResizeBilinearOptions);
      union.setValue(options);
    };
  }

  private static Consumer<BuiltinOptionsUnion> transposed(byte padding, byte activation) {
    TransposeConvOptionsT options = new TransposeConvOptionsT();
    options.setPadding(padding);
    options.setStrideH(2);
    options.setStrideW(2);
    options.setFusedActivationFunction(activation);
    return union -> {
      union.setType(BuiltinOptions.TransposeConvOptions);
      union.setValue(options);
    };
  }
}
