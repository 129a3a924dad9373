package org.qopt.parser.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.qopt.parser.model.Programs.assertBody;
import static org.qopt.parser.model.Programs.assertLocatedBody;
import static org.qopt.parser.model.Programs.fault;
import static org.qopt.parser.onnx.OnnxModelBuilder.integer;
import static org.qopt.parser.onnx.OnnxModelBuilder.integers;
import static org.qopt.parser.onnx.OnnxModelBuilder.real;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The operators of ONNX that work on tensors of any rank. */
class OnnxOperatorsTest {
  private final OnnxModelBuilder model = new OnnxModelBuilder(13);

  @Test
  void activationsAreOperations() {
    model.input("x", 2);
    String last = "x";
    for (String op : List.of("Relu", "Sigmoid", "Tanh", "HardSwish", "HardSigmoid")) {
      model.node(op, last, op);
      last = op;
    }
    assertBody(
        """
        func.func @main(%arg0: tensor<2xf32>) -> tensor<2xf32> {
        %0 = nn.relu %arg0 : tensor<2xf32>
        %1 = nn.sigmoid %0 : tensor<2xf32>
        %2 = nn.tanh %1 : tensor<2xf32>
        %3 = nn.hard_swish %2 : tensor<2xf32>
        %4 = nn.hard_sigmoid %3 {alpha = 0.2 : f32, beta = 0.5 : f32} : tensor<2xf32>
        return %4 : tensor<2xf32>
        """,
        model.read(last));
  }

  @Test
  void clipTakesInputsOrAttributes() {
    model
        .input("x", 2)
        .floats("zero", new float[] {0})
        .floats("six", new float[] {6})
        .node("Clip", "x zero six", "a")
        .node("Clip", "a zero", "b")
        .node("Clip", "b - six", "y");
    assertBody(
        """
        func.func @main(%arg0: tensor<2xf32>) -> tensor<2xf32> {
        %0 = nn.relu6 %arg0 : tensor<2xf32>
        %1 = nn.relu %0 : tensor<2xf32>
        %2 = nn.clamp %1 {max = 6.0 : f32, min = -3.4028235E38 : f32} : tensor<2xf32>
        return %2 : tensor<2xf32>
        """,
        model.read("y"));
    OnnxModelBuilder old = new OnnxModelBuilder(9);
    old.input("x", 2).node("Clip", "x", "y", real("min", -1), real("max", 2));
    assertBody(
        """
        func.func @main(%arg0: tensor<2xf32>) -> tensor<2xf32> {
        %0 = nn.clamp %arg0 {max = 2.0 : f32, min = -1.0 : f32} : tensor<2xf32>
        return %0 : tensor<2xf32>
        """,
        old.read("y"));
  }

  @Test
  void aliasesGiveTheirNamesToOutputs() {
    model
        .input("x", 2)
        .node("Relu", "x", "r")
        .node("Dropout", "r", "d")
        .node("Identity", "d", "y")
        .node("Identity", "x", "z");
    assertLocatedBody(
        """
        func.func @main(%arg0: tensor<2xf32> loc("x")) -> (tensor<2xf32>, tensor<2xf32> {nn.name = "z"}) {
        %0 = nn.relu %arg0 : tensor<2xf32> loc(fused["y", "r"])
        return %0, %arg0 : tensor<2xf32>, tensor<2xf32> loc(unknown)
        """,
        model.read("y", "z"));
    assertLocatedBody(
        """
        func.func @main(%arg0: tensor<2xf32> loc("x")) -> (tensor<2xf32> {nn.name = "y"}, tensor<2xf32>) {
        %0 = nn.relu %arg0 : tensor<2xf32> loc("r")
        return %0, %0 : tensor<2xf32>, tensor<2xf32> loc(unknown)
        """,
        model.read("y", "r"));
  }

  @Test
  void productsByConstantsAreFullyConnected() {
    model
        .input("x", 1, 2)
        .floats("w", new float[] {1, 2, 3, 4, 5, 6}, 2, 3)
        .input("v", 3, 2)
        .node("MatMul", "x w", "p")
        .node("MatMul", "p v", "y");
    assertBody(
        """
        func.func @main(%arg0: tensor<1x2xf32>, %arg1: tensor<3x2xf32>) -> tensor<1x2xf32> {
        %cst = nn.constant {value = dense<[[1.0, 4.0], [2.0, 5.0], [3.0, 6.0]]> : tensor<3x2xf32>} : tensor<3x2xf32>
        %0 = nn.fully_connected %arg0, %cst : tensor<1x3xf32>
        %1 = nn.matmul %0, %arg1 : tensor<1x2xf32>
        return %1 : tensor<1x2xf32>
        """,
        model.read("y"));
  }

  @Test
  void gemmFoldsItsFactors() {
    model
        .input("x", 1, 2)
        .floats("w", new float[] {1, 2, 3, 4, 5, 6}, 3, 2)
        .floats("b", new float[] {1, 2, 3}, 1, 3)
        .node("Gemm", "x w b", "y", integer("transB", 1), real("alpha", 2), real("beta", 0.5f));
    assertBody(
        """
        func.func @main(%arg0: tensor<1x2xf32>) -> tensor<1x3xf32> {
        %cst = nn.constant {value = dense<[[2.0, 4.0], [6.0, 8.0], [10.0, 12.0]]> : tensor<3x2xf32>} : tensor<3x2xf32>
        %cst_0 = nn.constant {value = dense<[0.5, 1.0, 1.5]> : tensor<3xf32>} : tensor<3xf32>
        %0 = nn.fully_connected %arg0, %cst, %cst_0 : tensor<1x3xf32>
        return %0 : tensor<1x3xf32>
        """,
        model.read("y"));
  }

  @Test
  void gemmOfComputedMatrices() {
    model
        .input("x", 2, 1)
        .input("w", 2, 3)
        .input("c", 1, 1)
        .node("Gemm", "x w c", "y", integer("transA", 1), real("alpha", 2), real("beta", 3));
    assertBody(
        """
        func.func @main(%arg0: tensor<2x1xf32>, %arg1: tensor<2x3xf32>, %arg2: tensor<1x1xf32>) -> tensor<1x3xf32> {
        %0 = nn.transpose %arg0 {permutation = array<i64: 1, 0>} : tensor<1x2xf32>
        %1 = nn.transpose %arg1 {permutation = array<i64: 1, 0>} : tensor<3x2xf32>
        %cst = nn.constant {value = dense<2.0> : tensor<f32>} : tensor<f32>
        %2 = nn.mul %1, %cst : tensor<3x2xf32>
        %3 = nn.fully_connected %0, %2 : tensor<1x3xf32>
        %cst_0 = nn.constant {value = dense<3.0> : tensor<f32>} : tensor<f32>
        %4 = nn.mul %arg2, %cst_0 : tensor<1x1xf32>
        %5 = nn.add %3, %4 : tensor<1x3xf32>
        return %5 : tensor<1x3xf32>
        """,
        model.read("y"));
  }

  @Test
  void softmaxFlattensBeforeOperatorSet13() {
    OnnxModelBuilder old = new OnnxModelBuilder(11);
    old.input("x", 2, 3, 4).node("Softmax", "x", "a").node("Softmax", "a", "y", integer("axis", 2));
    assertBody(
        """
        func.func @main(%arg0: tensor<2x3x4xf32>) -> tensor<2x3x4xf32> {
        %0 = nn.reshape %arg0 {shape = array<i64: 2, 12>} : tensor<2x12xf32>
        %1 = nn.softmax %0 : tensor<2x12xf32>
        %2 = nn.reshape %1 {shape = array<i64: 2, 3, 4>} : tensor<2x3x4xf32>
        %3 = nn.softmax %2 : tensor<2x3x4xf32>
        return %3 : tensor<2x3x4xf32>
        """,
        old.read("y"));
    model.input("x", 2, 3, 4).node("Softmax", "x", "y", integer("axis", 1));
    assertBody(
        """
        func.func @main(%arg0: tensor<2x3x4xf32>) -> tensor<2x3x4xf32> {
        %0 = nn.softmax %arg0 {axis = 1 : i64} : tensor<2x3x4xf32>
        return %0 : tensor<2x3x4xf32>
        """,
        model.read("y"));
  }

  @Test
  void squeezeTakesAxesByOperatorSet() {
    model
        .input("x", 1, 2, 1)
        .integers("axes", 0)
        .node("Squeeze", "x axes", "s")
        .node("Unsqueeze", "s axes", "u")
        .node("Squeeze", "u", "y");
    assertBody(
        """
        func.func @main(%arg0: tensor<1x2x1xf32>) -> tensor<2xf32> {
        %0 = nn.reshape %arg0 {shape = array<i64: 2, 1>} : tensor<2x1xf32>
        %1 = nn.reshape %0 {shape = array<i64: 1, 2, 1>} : tensor<1x2x1xf32>
        %2 = nn.reshape %1 {shape = array<i64: 2>} : tensor<2xf32>
        return %2 : tensor<2xf32>
        """,
        model.read("y"));
    OnnxModelBuilder old = new OnnxModelBuilder(11);
    old.input("x", 1, 2, 1)
        .node("Squeeze", "x", "s", integers("axes", -1L))
        .node("Unsqueeze", "s", "y", integers("axes", 0L, 3L));
    assertBody(
        """
        func.func @main(%arg0: tensor<1x2x1xf32>) -> tensor<1x1x2x1xf32> {
        %0 = nn.reshape %arg0 {shape = array<i64: 1, 2>} : tensor<1x2xf32>
        %1 = nn.reshape %0 {shape = array<i64: 1, 1, 2, 1>} : tensor<1x1x2x1xf32>
        return %1 : tensor<1x1x2x1xf32>
        """,
        old.read("y"));
  }

  @Test
  void meansTakeAxesByOperatorSet() {
    OnnxModelBuilder recent = new OnnxModelBuilder(18);
    recent
        .input("x", 2, 3, 4)
        .integers("axes", -1)
        .node("ReduceMean", "x axes", "a", integer("keepdims", 0))
        .node("ReduceMean", "a -", "y");
    assertBody(
        """
        func.func @main(%arg0: tensor<2x3x4xf32>) -> tensor<1x1xf32> {
        %0 = nn.mean %arg0 {axes = array<i64: 2>} : tensor<2x3xf32>
        %1 = nn.mean %0 {axes = array<i64: 0, 1>, keep_dims = true} : tensor<1x1xf32>
        return %1 : tensor<1x1xf32>
        """,
        recent.read("y"));
  }

  @Test
  void unknownOperatorsAreNamed() {
    model.input("x", 2).node("Relu", "x", "r").node("Einsum", "r", "y");
    assertEquals(
        "node \"y\" (Einsum, #1): operator Einsum is not supported; ...",
        fault(() -> model.read("y")).replaceAll("supported are .*", "..."));
  }

  @Test
  void otherDomainsAreRefused() {
    model.input("x", 2).node("Relu", "x", "y", node -> node.setDomain("com.example").setName("n"));
    assertEquals(
        "node \"n\" (Relu, #0): operators of domain \"com.example\" are not supported; only the standard ones are",
        fault(() -> model.read("y")));
  }

  @Test
  void attributesOfAnotherTypeAreRefused() {
    model.input("x", 2).node("Softmax", "x", "y", real("axis", 1));
    assertEquals(
        "node \"y\" (Softmax, #0): attribute \"axis\" is of type FLOAT, but INT is expected",
        fault(() -> model.read("y")));
  }

  @Test
  void missingValuesAreRefused() {
    model.input("x", 2).node("Add", "x z", "y");
    assertEquals(
        "node \"y\" (Add, #0): value \"z\" is used before it is computed",
        fault(() -> model.read("y")));
    OnnxModelBuilder absent = new OnnxModelBuilder(13);
    absent.input("x", 2).node("Add", "x -", "y");
    assertEquals("node \"y\" (Add, #0): input #1 is missing", fault(() -> absent.read("y")));
    OnnxModelBuilder output = new OnnxModelBuilder(13);
    output.input("x", 2);
    assertEquals("unknown: output \"y\" is never computed", fault(() -> output.read("y")));
  }

  @Test
  void valuesAreComputedOnce() {
    model.input("x", 2).node("Relu", "x", "y").node("Tanh", "x", "y");
    assertEquals(
        "node \"y\" (Tanh, #1): value \"y\" is computed twice", fault(() -> model.read("y")));
  }

  @Test
  void trainingIsRefused() {
    model
        .input("x", 1, 2)
        .weights("p", 2)
        .node("BatchNormalization", "x p p p p", "y", integer("training_mode", 1));
    assertEquals(
        "node \"y\" (BatchNormalization, #0): the node is in training mode; only inference is supported",
        fault(() -> model.read("y")));
  }
}
