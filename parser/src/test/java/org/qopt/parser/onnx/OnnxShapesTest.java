package org.qopt.parser.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.qopt.parser.model.Programs.assertBody;
import static org.qopt.parser.model.Programs.fault;
import static org.qopt.parser.onnx.OnnxModelBuilder.integer;
import static org.qopt.parser.onnx.OnnxModelBuilder.integers;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qopt.ir.type.Shape;

/** Shapes of ONNX models: open ones, given ones, and those that the model computes. */
class OnnxShapesTest {
  private final OnnxModelBuilder model = new OnnxModelBuilder(11);

  // What exporters write for x.reshape(x.shape[0], 6).
  private void flattenByItsOwnShape(Object batch) {
    model
        .input("x", batch, 2, 3)
        .integers("zero", 0)
        .integers("one", 1)
        .integers("six", 6)
        .node("Shape", "x", "s")
        .node("Cast", "s", "i", integer("to", DataType.INT32_VALUE))
        .node("Slice", "i zero one zero one", "b")
        .node("Cast", "b", "l", integer("to", DataType.INT64_VALUE))
        .node("Concat", "l six", "t", integer("axis", 0))
        .node("Reshape", "x t", "y");
  }

  @Test
  void computedShapesBecomeKnown() {
    flattenByItsOwnShape(4);
    assertBody(
        """
        func.func @main(%arg0: tensor<4x2x3xf32>) -> tensor<4x6xf32> {
        %0 = nn.reshape %arg0 {shape = array<i64: 4, 6>} : tensor<4x6xf32>
        return %0 : tensor<4x6xf32>
        """,
        model.read("y"));
  }

  @Test
  void oneOpenDimensionIsTheRest() {
    flattenByItsOwnShape("n");
    assertBody(
        """
        func.func @main(%arg0: tensor<?x2x3xf32>) -> tensor<?x6xf32> {
        %0 = nn.reshape %arg0 {shape = array<i64: -1, 6>} : tensor<?x6xf32>
        return %0 : tensor<?x6xf32>
        """,
        model.read("y"));
  }

  @Test
  void severalOpenDimensionsAreComputed() {
    model
        .input("x", "n", 2, "m")
        .integers("two", 2)
        .integers("axis", 0)
        .node("Shape", "x", "s")
        .node("Gather", "s axis", "a")
        .node("Gather", "s two", "b")
        .node("Concat", "b a two", "t", integer("axis", 0))
        .node("Reshape", "x t", "y");
    assertBody(
        """
        func.func @main(%arg0: tensor<?x2x?xf32>) -> tensor<?x?x?xf32> {
        %0 = nn.shape %arg0 : tensor<3xi64>
        %1 = nn.slice %0 {axes = array<i64: 0>, ends = array<i64: 1>, starts = array<i64: 0>, steps = array<i64: 1>} : tensor<1xi64>
        %2 = nn.slice %0 {axes = array<i64: 0>, ends = array<i64: 3>, starts = array<i64: 2>, steps = array<i64: 1>} : tensor<1xi64>
        %cst = nn.constant {value = dense<[2]> : tensor<1xi64>} : tensor<1xi64>
        %3 = nn.concat %2, %1, %cst {axis = 0 : i64} : tensor<3xi64>
        %4 = nn.dynamic_reshape %arg0, %3 : tensor<?x?x?xf32>
        return %4 : tensor<?x?x?xf32>
        """,
        model.read("y"));
  }

  @Test
  void shapesOfImagesAreTheModels() {
    model
        .input("x", 1, 2, 4, 3)
        .node("MaxPool", "x", "m", integers("kernel_shape", 1L, 1L))
        .node("Shape", "m", "s");
    assertBody(
        """
        func.func @main(%arg0: tensor<1x2x4x3xf32>) -> tensor<4xi64> {
        %cst = nn.constant {value = dense<[1, 2, 4, 3]> : tensor<4xi64>} : tensor<4xi64>
        return %cst : tensor<4xi64>
        """,
        model.read("s"));
  }

  @Test
  void openDimensionsStayOpen() {
    model
        .input("x", -1, 0, 8)
        .node("Flatten", "x", "f", integer("axis", 2))
        .node("Unsqueeze", "f", "y", integers("axes", 1L));
    assertBody(
        """
        func.func @main(%arg0: tensor<?x?x8xf32>) -> tensor<?x1x8xf32> {
        %0 = nn.reshape %arg0 {shape = array<i64: -1, 8>} : tensor<?x8xf32>
        %1 = nn.reshape %0 {shape = array<i64: -1, 1, 8>} : tensor<?x1x8xf32>
        return %1 : tensor<?x1x8xf32>
        """,
        model.read("y"));
  }

  @Test
  void symbolsAreFixedTogether() {
    model.input("x", "n", 3).input("z", "n", 3).node("Add", "x z", "y");
    assertBody(
        """
        func.func @main(%arg0: tensor<5x3xf32>, %arg1: tensor<5x3xf32>) -> tensor<5x3xf32> {
        %0 = nn.add %arg0, %arg1 : tensor<5x3xf32>
        return %0 : tensor<5x3xf32>
        """,
        model.read(Map.of("x", Shape.of(5, 3)), "y"));
    assertEquals(
        "unknown: the shape 6x3 is given for input \"z\", but the model declares 5x3",
        fault(() -> model.read(Map.of("x", Shape.of(5, 3), "z", Shape.of(6, 3)), "y")));
  }

  @Test
  void givenShapesFitTheModel() {
    model.input("x", "n", 3).node("Relu", "x", "y");
    assertEquals(
        "unknown: the shape 5x4 is given for input \"x\", but the model declares ?x3",
        fault(() -> model.read(Map.of("x", Shape.of(5, 4)), "y")));
    assertEquals(
        "unknown: the shape 5 is given for input \"x\", but the model declares ?x3",
        fault(() -> model.read(Map.of("x", Shape.of(5)), "y")));
    assertEquals(
        "unknown: a shape is given for input \"q\", but the model's inputs are \"x\"",
        fault(() -> model.read(Map.of("q", Shape.of(5)), "y")));
  }

  @Test
  void shapesThatStayOpenAreNamed() {
    model.input("x", "n", "m", "k", 3).node("Flatten", "x", "y", integer("axis", 2));
    assertEquals(
        "node \"y\" (Flatten, #0): dimensions on both sides of axis 2 of [?x?x?x3] are not known: fix them with --input-shape",
        fault(() -> model.read("y")));
  }

  @Test
  void constantsAreReshapedOnTheSpot() {
    model
        .input("x", 1, 2)
        .floats("w", new float[] {1, 2}, 2)
        .integers("shape", 1, -1)
        .node("Reshape", "w shape", "r")
        .node("Add", "x r", "y");
    assertBody(
        """
        func.func @main(%arg0: tensor<1x2xf32>) -> tensor<1x2xf32> {
        %cst = nn.constant {value = dense<[[1.0, 2.0]]> : tensor<1x2xf32>} : tensor<1x2xf32>
        %0 = nn.add %arg0, %cst : tensor<1x2xf32>
        return %0 : tensor<1x2xf32>
        """,
        model.read("y"));
  }

  @Test
  void constantsThatCannotBeReshapedAreRefused() {
    model
        .floats("w", new float[] {1, 2, 3}, 3)
        .integers("shape", 2, -1)
        .node("Reshape", "w shape", "y");
    assertEquals(
        "node \"y\" (Reshape, #0): [3] cannot be reshaped to [2x1]", fault(() -> model.read("y")));
  }
}
