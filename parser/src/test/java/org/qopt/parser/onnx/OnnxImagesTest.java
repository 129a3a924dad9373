package org.qopt.parser.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.qopt.parser.model.Programs.assertBody;
import static org.qopt.parser.model.Programs.assertLocatedBody;
import static org.qopt.parser.model.Programs.fault;
import static org.qopt.parser.onnx.OnnxModelBuilder.integer;
import static org.qopt.parser.onnx.OnnxModelBuilder.integers;
import static org.qopt.parser.onnx.OnnxModelBuilder.real;
import static org.qopt.parser.onnx.OnnxModelBuilder.string;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qopt.ir.type.Shape;

/** Images of ONNX models: their layout, and the operators that know it. */
class OnnxImagesTest {
  private final OnnxModelBuilder model = new OnnxModelBuilder(13);

  @Test
  void layoutChangesAtTheBoundaryOnly() {
    model
        .input("x", 1, 2, 4, 4)
        .weights("w", 3, 2, 1, 1)
        .weights("b", 3)
        .node("Conv", "x w b", "c")
        .node("Relu", "c", "r")
        .node("Add", "r c", "y");
    assertLocatedBody(
        """
        func.func @main(%arg0: tensor<1x2x4x4xf32> loc("x")) -> tensor<1x3x4x4xf32> {
        %0 = nn.transpose %arg0 {permutation = array<i64: 0, 2, 3, 1>} : tensor<1x4x4x2xf32> loc("x/nhwc")
        %cst = nn.constant {value = dense<[[[[0.5, 0.5]]], [[[0.5, 0.5]]], [[[0.5, 0.5]]]]> : tensor<3x1x1x2xf32>} : tensor<3x1x1x2xf32> loc("w")
        %cst_0 = nn.constant {value = dense<[0.5, 0.5, 0.5]> : tensor<3xf32>} : tensor<3xf32> loc("b")
        %1 = nn.conv2d %0, %cst, %cst_0 : tensor<1x4x4x3xf32> loc("c")
        %2 = nn.relu %1 : tensor<1x4x4x3xf32> loc("r")
        %3 = nn.add %2, %1 : tensor<1x4x4x3xf32> loc("y")
        %4 = nn.transpose %3 {permutation = array<i64: 0, 3, 1, 2>} : tensor<1x3x4x4xf32> loc(fused["y", "y/nchw"])
        return %4 : tensor<1x3x4x4xf32> loc(unknown)
        """,
        model.read("y"));
  }

  @Test
  void filtersArePermuted() {
    model
        .input("x", 1, 2, 4, 4)
        .floats("w", new float[] {1, 2, 3, 4}, 1, 2, 2, 1)
        .node(
            "Conv",
            "x w",
            "y",
            integers("pads", 1L, 2L, 3L, 4L),
            integers("strides", 2L, 1L),
            integers("dilations", 2L, 1L));
    assertBody(
        """
        func.func @main(%arg0: tensor<1x2x4x4xf32>) -> tensor<1x1x3x10xf32> {
        %0 = nn.transpose %arg0 {permutation = array<i64: 0, 2, 3, 1>} : tensor<1x4x4x2xf32>
        %cst = nn.constant {value = dense<[[[[1.0, 3.0]], [[2.0, 4.0]]]]> : tensor<1x2x1x2xf32>} : tensor<1x2x1x2xf32>
        %1 = nn.conv2d %0, %cst {dilations = array<i64: 2, 1>, padding = array<i64: 1, 3, 2, 4>, strides = array<i64: 2, 1>} : tensor<1x3x10x1xf32>
        %2 = nn.reshape %1 {shape = array<i64: 1, 1, 3, 10>} : tensor<1x1x3x10xf32>
        return %2 : tensor<1x1x3x10xf32>
        """,
        model.read("y"));
  }

  @Test
  void oneFilterForEachChannelIsDepthwise() {
    model
        .input("x", 1, 2, 4, 4)
        .floats("w", new float[] {1, 2, 3, 4}, 4, 1, 1, 1)
        .node("Conv", "x w", "y", integer("group", 2));
    assertBody(
        """
        func.func @main(%arg0: tensor<1x2x4x4xf32>) -> tensor<1x4x4x4xf32> {
        %0 = nn.transpose %arg0 {permutation = array<i64: 0, 2, 3, 1>} : tensor<1x4x4x2xf32>
        %cst = nn.constant {value = dense<[[[[1.0, 2.0, 3.0, 4.0]]]]> : tensor<1x1x1x4xf32>} : tensor<1x1x1x4xf32>
        %1 = nn.depthwise_conv2d %0, %cst : tensor<1x4x4x4xf32>
        %2 = nn.transpose %1 {permutation = array<i64: 0, 3, 1, 2>} : tensor<1x4x4x4xf32>
        return %2 : tensor<1x4x4x4xf32>
        """,
        model.read("y"));
  }

  @Test
  void otherGroupsStay() {
    model
        .input("x", 1, 4, 2, 2)
        .weights("w", 2, 2, 1, 1)
        .node("Conv", "x w", "y", integer("group", 2));
    assertBody(
        """
        func.func @main(%arg0: tensor<1x4x2x2xf32>) -> tensor<1x2x2x2xf32> {
        %0 = nn.transpose %arg0 {permutation = array<i64: 0, 2, 3, 1>} : tensor<1x2x2x4xf32>
        %cst = nn.constant {value = dense<[[[[0.5, 0.5]]], [[[0.5, 0.5]]]]> : tensor<2x1x1x2xf32>} : tensor<2x1x1x2xf32>
        %1 = nn.conv2d %0, %cst {groups = 2 : i64} : tensor<1x2x2x2xf32>
        %2 = nn.transpose %1 {permutation = array<i64: 0, 3, 1, 2>} : tensor<1x2x2x2xf32>
        return %2 : tensor<1x2x2x2xf32>
        """,
        model.read("y"));
  }

  @Test
  void samePaddingIsComputed() {
    model
        .input("x", 1, 1, "h", 5)
        .weights("w", 1, 1, 2, 2)
        .node("Conv", "x w", "u", string("auto_pad", "SAME_UPPER"))
        .node("Conv", "u w", "y", string("auto_pad", "SAME_LOWER"));
    assertBody(
        """
        func.func @main(%arg0: tensor<1x1x4x5xf32>) -> tensor<1x1x4x5xf32> {
        %0 = nn.reshape %arg0 {shape = array<i64: 1, 4, 5, 1>} : tensor<1x4x5x1xf32>
        %cst = nn.constant {value = dense<[[[[0.5], [0.5]], [[0.5], [0.5]]]]> : tensor<1x2x2x1xf32>} : tensor<1x2x2x1xf32>
        %1 = nn.conv2d %0, %cst {padding = array<i64: 0, 1, 0, 1>} : tensor<1x4x5x1xf32>
        %2 = nn.conv2d %1, %cst {padding = array<i64: 1, 0, 1, 0>} : tensor<1x4x5x1xf32>
        %3 = nn.reshape %2 {shape = array<i64: 1, 1, 4, 5>} : tensor<1x1x4x5xf32>
        return %3 : tensor<1x1x4x5xf32>
        """,
        model.read(Map.of("x", Shape.of(1, 1, 4, 5)), "y"));
    assertEquals(
        "node \"u\" (Conv, #0): padding SAME_UPPER depends on the input's height and width, which are not known: fix them with --input-shape",
        fault(() -> model.read("y")));
  }

  @Test
  void poolsRoundUpByPadding() {
    model
        .input("x", 1, 1, 6, 7)
        .node(
            "MaxPool",
            "x",
            "m",
            integers("kernel_shape", 3L, 3L),
            integers("strides", 2L, 2L),
            integer("ceil_mode", 1))
        .node(
            "AveragePool",
            "m",
            "y",
            integers("kernel_shape", 2L, 2L),
            integers("pads", 0L, 1L, 0L, 1L),
            integer("count_include_pad", 1));
    assertBody(
        """
        func.func @main(%arg0: tensor<1x1x6x7xf32>) -> tensor<1x1x2x4xf32> {
        %0 = nn.reshape %arg0 {shape = array<i64: 1, 6, 7, 1>} : tensor<1x6x7x1xf32>
        %1 = nn.max_pool2d %0 {kernel = array<i64: 3, 3>, padding = array<i64: 0, 1, 0, 0>, strides = array<i64: 2, 2>} : tensor<1x3x3x1xf32>
        %2 = nn.avg_pool2d %1 {count_include_pad = true, kernel = array<i64: 2, 2>, padding = array<i64: 0, 0, 1, 1>} : tensor<1x2x4x1xf32>
        %3 = nn.reshape %2 {shape = array<i64: 1, 1, 2, 4>} : tensor<1x1x2x4xf32>
        return %3 : tensor<1x1x2x4xf32>
        """,
        model.read("y"));
  }

  @Test
  void batchNormalizationIsAlongTheChannels() {
    model
        .input("x", 1, 2, 4, 4)
        .weights("p", 2)
        .node("BatchNormalization", "x p p p p", "b", real("epsilon", 0.25f))
        .node("GlobalAveragePool", "b", "g")
        .node("Flatten", "g", "f")
        .node("BatchNormalization", "f p p p p", "y");
    assertBody(
        """
        func.func @main(%arg0: tensor<1x2x4x4xf32>) -> tensor<1x2xf32> {
        %0 = nn.transpose %arg0 {permutation = array<i64: 0, 2, 3, 1>} : tensor<1x4x4x2xf32>
        %cst = nn.constant {value = dense<[0.5, 0.5]> : tensor<2xf32>} : tensor<2xf32>
        %1 = nn.batch_norm %0, %cst, %cst, %cst, %cst {epsilon = 0.25 : f32} : tensor<1x4x4x2xf32>
        %2 = nn.mean %1 {axes = array<i64: 1, 2>, keep_dims = true} : tensor<1x1x1x2xf32>
        %3 = nn.reshape %2 {shape = array<i64: 1, 2>} : tensor<1x2xf32>
        %4 = nn.batch_norm %3, %cst, %cst, %cst, %cst {epsilon = 1.0E-5 : f32} : tensor<1x2xf32>
        return %4 : tensor<1x2xf32>
        """,
        model.read("y"));
  }

  @Test
  void constantsBroadcastAgainstImages() {
    model
        .input("x", 1, 2, 4, 3)
        .floats("channels", new float[] {1, 2}, 2, 1, 1)
        .floats("columns", new float[] {1, 2, 3}, 3)
        .floats("one", new float[] {7})
        .node("MaxPool", "x", "m", integers("kernel_shape", 1L, 1L))
        .node("Mul", "m channels", "a")
        .node("Sub", "columns a", "b")
        .node("Div", "b one", "y");
    assertBody(
        """
        func.func @main(%arg0: tensor<1x2x4x3xf32>) -> tensor<1x2x4x3xf32> {
        %0 = nn.transpose %arg0 {permutation = array<i64: 0, 2, 3, 1>} : tensor<1x4x3x2xf32>
        %1 = nn.max_pool2d %0 {kernel = array<i64: 1, 1>} : tensor<1x4x3x2xf32>
        %cst = nn.constant {value = dense<[1.0, 2.0]> : tensor<2xf32>} : tensor<2xf32>
        %2 = nn.mul %1, %cst : tensor<1x4x3x2xf32>
        %cst_0 = nn.constant {value = dense<[[1.0], [2.0], [3.0]]> : tensor<3x1xf32>} : tensor<3x1xf32>
        %3 = nn.sub %cst_0, %2 : tensor<1x4x3x2xf32>
        %cst_1 = nn.constant {value = dense<7.0> : tensor<f32>} : tensor<f32>
        %4 = nn.div %3, %cst_1 : tensor<1x4x3x2xf32>
        %5 = nn.transpose %4 {permutation = array<i64: 0, 3, 1, 2>} : tensor<1x2x4x3xf32>
        return %5 : tensor<1x2x4x3xf32>
        """,
        model.read("y"));
  }

  @Test
  void valuesOfLowerRankKeepTheModelsLayout() {
    model
        .input("x", 1, 2, 4, 3)
        .input("v", 3)
        .node("MaxPool", "x", "m", integers("kernel_shape", 1L, 1L))
        .node("Add", "m v", "y");
    assertBody(
        """
        func.func @main(%arg0: tensor<1x2x4x3xf32>, %arg1: tensor<3xf32>) -> tensor<1x2x4x3xf32> {
        %0 = nn.transpose %arg0 {permutation = array<i64: 0, 2, 3, 1>} : tensor<1x4x3x2xf32>
        %1 = nn.max_pool2d %0 {kernel = array<i64: 1, 1>} : tensor<1x4x3x2xf32>
        %2 = nn.transpose %1 {permutation = array<i64: 0, 3, 1, 2>} : tensor<1x2x4x3xf32>
        %3 = nn.add %2, %arg1 : tensor<1x2x4x3xf32>
        return %3 : tensor<1x2x4x3xf32>
        """,
        model.read("y"));
  }

  @Test
  void theModelsOwnChangesOfLayoutCancel() {
    model
        .input("x", 1, 4, 4, 2)
        .weights("w", 2, 2, 1, 1)
        .node("Transpose", "x", "n", integers("perm", 0L, 3L, 1L, 2L))
        .node("Conv", "n w", "c")
        .node("Transpose", "c", "y", integers("perm", 0L, 2L, 3L, 1L));
    assertBody(
        """
        func.func @main(%arg0: tensor<1x4x4x2xf32>) -> tensor<1x4x4x2xf32> {
        %cst = nn.constant {value = dense<[[[[0.5, 0.5]]], [[[0.5, 0.5]]]]> : tensor<2x1x1x2xf32>} : tensor<2x1x1x2xf32>
        %0 = nn.conv2d %arg0, %cst : tensor<1x4x4x2xf32>
        return %0 : tensor<1x4x4x2xf32>
        """,
        model.read("y"));
  }

  @Test
  void axesFollowTheLayout() {
    model
        .input("x", 1, 2, 4, 4)
        .integers("from", 1)
        .integers("to", 3)
        .integers("axes", 2)
        .integers("pads", 0, 1, 2, 0, 0, 0, 0, 3)
        .node("MaxPool", "x", "m", integers("kernel_shape", 1L, 1L))
        .node("Concat", "m m", "c", integer("axis", 1))
        .node("Slice", "c from to axes", "s")
        .node("Pad", "s pads", "p")
        .node("Softmax", "p", "q", integer("axis", 1))
        .node("ReduceMean", "q", "y", integers("axes", 2L, 3L), integer("keepdims", 0));
    assertBody(
        """
        func.func @main(%arg0: tensor<1x2x4x4xf32>) -> tensor<1x5xf32> {
        %0 = nn.transpose %arg0 {permutation = array<i64: 0, 2, 3, 1>} : tensor<1x4x4x2xf32>
        %1 = nn.max_pool2d %0 {kernel = array<i64: 1, 1>} : tensor<1x4x4x2xf32>
        %2 = nn.concat %1, %1 {axis = 3 : i64} : tensor<1x4x4x4xf32>
        %3 = nn.slice %2 {axes = array<i64: 1>, ends = array<i64: 3>, starts = array<i64: 1>, steps = array<i64: 1>} : tensor<1x2x4x4xf32>
        %4 = nn.pad %3 {padding = array<i64: 0, 0, 2, 0, 0, 3, 1, 0>} : tensor<1x4x7x5xf32>
        %5 = nn.softmax %4 : tensor<1x4x7x5xf32>
        %6 = nn.mean %5 {axes = array<i64: 1, 2>} : tensor<1x5xf32>
        return %6 : tensor<1x5xf32>
        """,
        model.read("y"));
  }

  @Test
  void layoutSensitiveOperatorsSeeTheModelsLayout() {
    model
        .input("x", 1, 2, 3, 3)
        .integers("shape", 0, -1)
        .node("MaxPool", "x", "m", integers("kernel_shape", 1L, 1L))
        .node("Reshape", "m shape", "y");
    assertBody(
        """
        func.func @main(%arg0: tensor<1x2x3x3xf32>) -> tensor<1x18xf32> {
        %0 = nn.transpose %arg0 {permutation = array<i64: 0, 2, 3, 1>} : tensor<1x3x3x2xf32>
        %1 = nn.max_pool2d %0 {kernel = array<i64: 1, 1>} : tensor<1x3x3x2xf32>
        %2 = nn.transpose %1 {permutation = array<i64: 0, 3, 1, 2>} : tensor<1x2x3x3xf32>
        %3 = nn.reshape %2 {shape = array<i64: 1, -1>} : tensor<1x18xf32>
        return %3 : tensor<1x18xf32>
        """,
        model.read("y"));
  }

  @Test
  void otherRanksAreRefused() {
    model.input("x", 1, 2, 8).weights("w", 3, 2, 3).node("Conv", "x w", "y");
    assertEquals(
        "node \"y\" (Conv, #0): input #0 has the shape [1x2x8]; only images of 4 dimensions are supported",
        fault(() -> model.read("y")));
  }

  @Test
  void channelsThatDoNotFitAreRefused() {
    model.input("x", 1, 2, 8, 8).weights("w", 3, 5, 3, 3).node("Conv", "x w", "y");
    assertEquals(
        "node \"y\" (Conv, #0): 'nn.conv2d' op expected the filter's input channels (5) times 'groups' (1) to be the input's channels, but got 2",
        fault(() -> model.read("y")));
  }

  @Test
  void negativePaddingIsRefused() {
    model
        .input("x", 1, 2, 8, 8)
        .weights("w", 3, 2, 3, 3)
        .node("Conv", "x w", "y", integers("pads", 0L, 0L, -1L, 0L));
    assertEquals(
        "node \"y\" (Conv, #0): pads is at least 0, but got -1", fault(() -> model.read("y")));
  }
}
