package org.qopt.parser.tflite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.qopt.parser.model.Programs.assertBody;
import static org.qopt.parser.model.Programs.fault;

import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.qopt.ir.type.Shape;
import org.tensorflow.lite.schema.ActivationFunctionType;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.BuiltinOptionsUnion;
import org.tensorflow.lite.schema.Conv2DOptionsT;
import org.tensorflow.lite.schema.DepthwiseConv2DOptionsT;
import org.tensorflow.lite.schema.Padding;
import org.tensorflow.lite.schema.Pool2DOptionsT;

/** Convolutions and pools of TensorFlow Lite. */
class TfliteWindowTest {
  private final TfliteModelBuilder model = new TfliteModelBuilder();

  @Test
  void samePaddingBecomesExplicit() {
    int x = model.input("x", 1, 5, 6, 2);
    int w = model.weights("w", 4, 3, 3, 2);
    int b = model.weights("b", 4);
    int y = model.tensor("y", 1, 3, 3, 4);
    model.node(
        BuiltinOperator.CONV_2D,
        convolution(Padding.SAME, 2, 1, ActivationFunctionType.RELU6),
        new int[] {x, w, b},
        y);
    assertBody(
        """
        func.func @main(%arg0: tensor<1x5x6x2xf32>) -> tensor<1x3x3x4xf32> {
        %cst = nn.constant {value = dense_resource<__elided__> : tensor<4x3x3x2xf32>} : tensor<4x3x3x2xf32>
        %cst_0 = nn.constant {value = dense<[0.5, 0.5, 0.5, 0.5]> : tensor<4xf32>} : tensor<4xf32>
        %0 = nn.conv2d %arg0, %cst, %cst_0 {activation = "relu6", padding = array<i64: 1, 1, 0, 1>, strides = array<i64: 2, 2>} : tensor<1x3x3x4xf32>
        return %0 : tensor<1x3x3x4xf32>
        """,
        model.read(y));
  }

  @Test
  void absentBiasStaysAbsent() {
    int x = model.input("x", 1, 5, 6, 2);
    int w = model.weights("w", 4, 3, 3, 2);
    int y = model.tensor("y", 1, 1, 2, 4);
    model.node(
        BuiltinOperator.CONV_2D,
        convolution(Padding.VALID, 1, 2, ActivationFunctionType.NONE),
        new int[] {x, w, -1},
        y);
    assertBody(
        """
        func.func @main(%arg0: tensor<1x5x6x2xf32>) -> tensor<1x1x2x4xf32> {
        %cst = nn.constant {value = dense_resource<__elided__> : tensor<4x3x3x2xf32>} : tensor<4x3x3x2xf32>
        %0 = nn.conv2d %arg0, %cst {dilations = array<i64: 2, 2>} : tensor<1x1x2x4xf32>
        return %0 : tensor<1x1x2x4xf32>
        """,
        model.read(y));
  }

  @Test
  void groupsFollowFromTheFilter() {
    int x = model.input("x", 1, 4, 4, 4);
    int w = model.weights("w", 6, 1, 1, 2);
    int y = model.tensor("y", 1, 4, 4, 6);
    model.node(
        BuiltinOperator.CONV_2D,
        convolution(Padding.VALID, 1, 1, ActivationFunctionType.NONE),
        new int[] {x, w},
        y);
    assertBody(
        """
        func.func @main(%arg0: tensor<1x4x4x4xf32>) -> tensor<1x4x4x6xf32> {
        %cst = nn.constant {value = dense<[[[[0.5, 0.5]]], [[[0.5, 0.5]]], [[[0.5, 0.5]]], [[[0.5, 0.5]]], [[[0.5, 0.5]]], [[[0.5, 0.5]]]]> : tensor<6x1x1x2xf32>} : tensor<6x1x1x2xf32>
        %0 = nn.conv2d %arg0, %cst {groups = 2 : i64} : tensor<1x4x4x6xf32>
        return %0 : tensor<1x4x4x6xf32>
        """,
        model.read(y));
  }

  @Test
  void tanhIsAnOperationOfItsOwn() {
    int x = model.input("x", 1, 4, 4, 2);
    int w = model.weights("w", 1, 3, 3, 2);
    int y = model.tensor("y", 1, 4, 4, 2);
    DepthwiseConv2DOptionsT options = new DepthwiseConv2DOptionsT();
    options.setPadding(Padding.SAME);
    options.setStrideH(1);
    options.setStrideW(1);
    options.setDepthMultiplier(1);
    options.setDilationHFactor(1);
    options.setDilationWFactor(1);
    options.setFusedActivationFunction(ActivationFunctionType.TANH);
    model.node(
        BuiltinOperator.DEPTHWISE_CONV_2D,
        union -> {
          union.setType(BuiltinOptions.DepthwiseConv2DOptions);
          union.setValue(options);
        },
        new int[] {x, w},
        y);
    assertBody(
        """
        func.func @main(%arg0: tensor<1x4x4x2xf32>) -> tensor<1x4x4x2xf32> {
        %cst = nn.constant {value = dense_resource<__elided__> : tensor<1x3x3x2xf32>} : tensor<1x3x3x2xf32>
        %0 = nn.depthwise_conv2d %arg0, %cst {padding = array<i64: 1, 1, 1, 1>} : tensor<1x4x4x2xf32>
        %1 = nn.tanh %0 : tensor<1x4x4x2xf32>
        return %1 : tensor<1x4x4x2xf32>
        """,
        model.read(y));
  }

  @Test
  void poolsKeepTheirWindow() {
    int x = model.input("x", 1, 5, 5, 2);
    int a = model.tensor("a", 1, 3, 3, 2);
    int y = model.tensor("y", 1, 1, 1, 2);
    model.node(BuiltinOperator.MAX_POOL_2D, pool(Padding.SAME, 3, 2), new int[] {x}, a);
    model.node(BuiltinOperator.AVERAGE_POOL_2D, pool(Padding.VALID, 3, 3), new int[] {a}, y);
    assertBody(
        """
        func.func @main(%arg0: tensor<1x5x5x2xf32>) -> tensor<1x1x1x2xf32> {
        %0 = nn.max_pool2d %arg0 {kernel = array<i64: 3, 3>, padding = array<i64: 1, 1, 1, 1>, strides = array<i64: 2, 2>} : tensor<1x3x3x2xf32>
        %1 = nn.avg_pool2d %0 {kernel = array<i64: 3, 3>, strides = array<i64: 3, 3>} : tensor<1x1x1x2xf32>
        return %1 : tensor<1x1x1x2xf32>
        """,
        model.read(y));
  }

  @Test
  void givenShapesFlowThrough() {
    int x = model.input("x", 1, 8, 8, 2);
    model.signature(x, -1, -1, -1, 2);
    int y = model.tensor("y", 1, 4, 4, 2);
    model.node(BuiltinOperator.MAX_POOL_2D, pool(Padding.SAME, 2, 2), new int[] {x}, y);
    assertBody(
        """
        func.func @main(%arg0: tensor<2x5x8x2xf32>) -> tensor<2x3x4x2xf32> {
        %0 = nn.max_pool2d %arg0 {kernel = array<i64: 2, 2>, padding = array<i64: 0, 1, 0, 0>, strides = array<i64: 2, 2>} : tensor<2x3x4x2xf32>
        return %0 : tensor<2x3x4x2xf32>
        """,
        TfliteModelBuilder.read(model.file(y), Map.of("x", Shape.of(2, 5, 8, 2))));
  }

  @Test
  void fixedDimensionsStayFixed() {
    int x = model.input("x", 1, 8, 8, 2);
    byte[] file = model.file(x);
    assertEquals(
        "unknown: the shape 2x8x8x2 is given for input \"x\", but the model declares 1x8x8x2",
        fault(() -> TfliteModelBuilder.read(file, Map.of("x", Shape.of(2, 8, 8, 2)))));
    assertEquals(
        "unknown: a shape is given for input \"z\", but the model's inputs are \"x\"",
        fault(() -> TfliteModelBuilder.read(file, Map.of("z", Shape.of(1)))));
  }

  @Test
  void strideZeroIsRefused() {
    int x = model.input("x", 1, 8, 8, 2);
    int y = model.tensor("y", 1, 4, 4, 2);
    model.node(BuiltinOperator.MAX_POOL_2D, pool(Padding.SAME, 2, 0), new int[] {x}, y);
    assertEquals(
        "node \"y\" (MAX_POOL_2D, #0): strides, dilations and the window's sizes are at least 1",
        fault(() -> model.read(y)));
  }

  private static Consumer<BuiltinOptionsUnion> convolution(
      byte padding, int stride, int dilation, byte activation) {
    Conv2DOptionsT options = new Conv2DOptionsT();
    options.setPadding(padding);
    options.setStrideH(stride);
    options.setStrideW(stride);
    options.setDilationHFactor(dilation);
    options.setDilationWFactor(dilation);
    options.setFusedActivationFunction(activation);
    return union -> {
      union.setType(BuiltinOptions.Conv2DOptions);
      union.setValue(options);
    };
  }

  private static Consumer<BuiltinOptionsUnion> pool(byte padding, int size, int stride) {
    Pool2DOptionsT options = new Pool2DOptionsT();
    options.setPadding(padding);
    options.setFilterHeight(size);
    options.setFilterWidth(size);
    options.setStrideH(stride);
    options.setStrideW(stride);
    return union -> {
      union.setType(BuiltinOptions.Pool2DOptions);
      union.setValue(options);
    };
  }
}
