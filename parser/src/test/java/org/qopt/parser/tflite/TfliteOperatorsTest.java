package org.qopt.parser.tflite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.qopt.parser.model.Programs.assertBody;
import static org.qopt.parser.model.Programs.assertLocatedBody;
import static org.qopt.parser.model.Programs.fault;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.tensorflow.lite.schema.ActivationFunctionType;
import org.tensorflow.lite.schema.AddOptionsT;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.BuiltinOptionsUnion;
import org.tensorflow.lite.schema.ConcatenationOptionsT;
import org.tensorflow.lite.schema.FullyConnectedOptionsT;
import org.tensorflow.lite.schema.ReducerOptionsT;
import org.tensorflow.lite.schema.ReshapeOptionsT;
import org.tensorflow.lite.schema.SoftmaxOptionsT;
import org.tensorflow.lite.schema.SqueezeOptionsT;
import org.tensorflow.lite.schema.StridedSliceOptionsT;

/** The operators of TensorFlow Lite other than convolutions and pools. */
class TfliteOperatorsTest {
  private final TfliteModelBuilder model = new TfliteModelBuilder();

  @Test
  void valuesHaveTheNamesOfTensors() {
    int x = model.input("in/x", 1, 2);
    int y = model.tensor("out/y", 1, 2);
    model.node(BuiltinOperator.ADD, added(ActivationFunctionType.RELU), new int[] {x, x}, y);
    assertLocatedBody(
        """
        func.func @main(%arg0: tensor<1x2xf32> loc("in/x")) -> tensor<1x2xf32> {
        %0 = nn.add %arg0, %arg0 {activation = "relu"} : tensor<1x2xf32> loc("out/y")
        return %0 : tensor<1x2xf32> loc(unknown)
        """,
        model.read(y));
  }

  @Test
  void inputsMayBeReturned() {
    int x = model.input("x", 1, 2);
    assertBody(
        """
        func.func @main(%arg0: tensor<1x2xf32>) -> tensor<1x2xf32> {
        return %arg0 : tensor<1x2xf32>
        """,
        model.read(x));
  }

  @Test
  void arithmeticBroadcasts() {
    int x = model.input("x", 1, 2, 2);
    int c = model.constant("c", new float[] {1, 2}, 2);
    int s = model.tensor("s", 1, 2, 2);
    int m = model.tensor("m", 1, 2, 2);
    int y = model.tensor("y", 1, 2, 2);
    model.node(BuiltinOperator.SUB, new int[] {x, c}, s);
    model.node(BuiltinOperator.MUL, new int[] {s, x}, m);
    model.node(BuiltinOperator.DIV, new int[] {m, c}, y);
    assertBody(
        """
        func.func @main(%arg0: tensor<1x2x2xf32>) -> tensor<1x2x2xf32> {
        %cst = nn.constant {value = dense<[1.0, 2.0]> : tensor<2xf32>} : tensor<2xf32>
        %0 = nn.sub %arg0, %cst : tensor<1x2x2xf32>
        %1 = nn.mul %0, %arg0 : tensor<1x2x2xf32>
        %2 = nn.div %1, %cst : tensor<1x2x2xf32>
        return %2 : tensor<1x2x2xf32>
        """,
        model.read(y));
  }

  @Test
  void activationsAreOperations() {
    int[] codes = {
      BuiltinOperator.RELU,
      BuiltinOperator.RELU6,
      BuiltinOperator.RELU_N1_TO_1,
      BuiltinOperator.LOGISTIC,
      BuiltinOperator.TANH,
      BuiltinOperator.HARD_SWISH
    };
    int last = model.input("x", 3);
    for (int code : codes) {
      int next = model.tensor("t" + code, 3);
      model.node(code, new int[] {last}, next);
      last = next;
    }
    assertBody(
        """
        func.func @main(%arg0: tensor<3xf32>) -> tensor<3xf32> {
        %0 = nn.relu %arg0 : tensor<3xf32>
        %1 = nn.relu6 %0 : tensor<3xf32>
        %2 = nn.clamp %1 {max = 1.0 : f32, min = -1.0 : f32} : tensor<3xf32>
        %3 = nn.sigmoid %2 : tensor<3xf32>
        %4 = nn.tanh %3 : tensor<3xf32>
        %5 = nn.hard_swish %4 : tensor<3xf32>
        return %5 : tensor<3xf32>
        """,
        model.read(last));
  }

  @Test
  void softmaxHasItsBeta() {
    int x = model.input("x", 1, 3);
    int y = model.tensor("y", 1, 3);
    SoftmaxOptionsT options = new SoftmaxOptionsT();
    options.setBeta(0.5f);
    model.node(
        BuiltinOperator.SOFTMAX, union(BuiltinOptions.SoftmaxOptions, options), new int[] {x}, y);
    assertBody(
        """
        func.func @main(%arg0: tensor<1x3xf32>) -> tensor<1x3xf32> {
        %0 = nn.softmax %arg0 {beta = 0.5 : f32} : tensor<1x3xf32>
        return %0 : tensor<1x3xf32>
        """,
        model.read(y));
  }

  @Test
  void fullyConnectedFlattensItsInput() {
    int x = model.input("x", 2, 1, 3);
    int w = model.weights("w", 4, 3);
    int b = model.weights("b", 4);
    int y = model.tensor("y", 2, 4);
    model.node(BuiltinOperator.FULLY_CONNECTED, connected(false), new int[] {x, w, b}, y);
    assertBody(
        """
        func.func @main(%arg0: tensor<2x1x3xf32>) -> tensor<2x4xf32> {
        %cst = nn.constant {value = dense<[[0.5, 0.5, 0.5], [0.5, 0.5, 0.5], [0.5, 0.5, 0.5], [0.5, 0.5, 0.5]]> : tensor<4x3xf32>} : tensor<4x3xf32>
        %0 = nn.reshape %arg0 {shape = array<i64: -1, 3>} : tensor<2x3xf32>
        %cst_0 = nn.constant {value = dense<[0.5, 0.5, 0.5, 0.5]> : tensor<4xf32>} : tensor<4xf32>
        %1 = nn.fully_connected %0, %cst, %cst_0 {activation = "relu"} : tensor<2x4xf32>
        return %1 : tensor<2x4xf32>
        """,
        model.read(y));
  }

  @Test
  void fullyConnectedMayKeepTheRank() {
    int x = model.input("x", 2, 1, 3);
    int w = model.weights("w", 4, 3);
    int y = model.tensor("y", 2, 1, 4);
    model.node(BuiltinOperator.FULLY_CONNECTED, connected(true), new int[] {x, w, -1}, y);
    assertBody(
        """
        func.func @main(%arg0: tensor<2x1x3xf32>) -> tensor<2x1x4xf32> {
        %cst = nn.constant {value = dense<[[0.5, 0.5, 0.5], [0.5, 0.5, 0.5], [0.5, 0.5, 0.5], [0.5, 0.5, 0.5]]> : tensor<4x3xf32>} : tensor<4x3xf32>
        %0 = nn.fully_connected %arg0, %cst {activation = "relu"} : tensor<2x1x4xf32>
        return %0 : tensor<2x1x4xf32>
        """,
        model.read(y));
  }

  @Test
  void shapesComeFromConstantsOrOptions() {
    int x = model.input("x", 1, 2, 1, 6);
    int r = model.tensor("r", 3, 4);
    int q = model.tensor("q", 1, 12);
    int e = model.tensor("e", 1, 12, 1);
    int s = model.tensor("s", 12);
    ReshapeOptionsT reshape = new ReshapeOptionsT();
    reshape.setNewShape(new int[] {1, -1});
    SqueezeOptionsT squeeze = new SqueezeOptionsT();
    squeeze.setSqueezeDims(new int[] {0, -1});
    model.node(BuiltinOperator.RESHAPE, new int[] {x, model.integers("shape", 3, 4)}, r);
    model.node(
        BuiltinOperator.RESHAPE, union(BuiltinOptions.ReshapeOptions, reshape), new int[] {r}, q);
    model.node(BuiltinOperator.EXPAND_DIMS, new int[] {q, model.integers("axis", -1)}, e);
    model.node(
        BuiltinOperator.SQUEEZE, union(BuiltinOptions.SqueezeOptions, squeeze), new int[] {e}, s);
    assertBody(
        """
        func.func @main(%arg0: tensor<1x2x1x6xf32>) -> tensor<12xf32> {
        %0 = nn.reshape %arg0 {shape = array<i64: 3, 4>} : tensor<3x4xf32>
        %1 = nn.reshape %0 {shape = array<i64: 1, -1>} : tensor<1x12xf32>
        %2 = nn.reshape %1 {shape = array<i64: 1, 12, 1>} : tensor<1x12x1xf32>
        %3 = nn.reshape %2 {shape = array<i64: 12>} : tensor<12xf32>
        return %3 : tensor<12xf32>
        """,
        model.read(s));
  }

  @Test
  void elementsMove() {
    int x = model.input("x", 2, 3);
    int t = model.tensor("t", 3, 2);
    int p = model.tensor("p", 4, 5);
    int c = model.tensor("c", 4, 10);
    int m = model.tensor("m", 4, 1);
    ConcatenationOptionsT concatenation = new ConcatenationOptionsT();
    concatenation.setAxis(-1);
    concatenation.setFusedActivationFunction(ActivationFunctionType.RELU);
    ReducerOptionsT mean = new ReducerOptionsT();
    mean.setKeepDims(true);
    model.node(BuiltinOperator.TRANSPOSE, new int[] {x, model.integers("perm", 1, 0)}, t);
    model.node(
        BuiltinOperator.PAD,
        new int[] {t, model.integerTensor("pads", new int[] {1, 0, 1, 2}, 2, 2)},
        p);
    model.node(
        BuiltinOperator.CONCATENATION,
        union(BuiltinOptions.ConcatenationOptions, concatenation),
        new int[] {p, p},
        c);
    model.node(
        BuiltinOperator.MEAN,
        union(BuiltinOptions.ReducerOptions, mean),
        new int[] {c, model.integers("axes", -1)},
        m);
    assertBody(
        """
        func.func @main(%arg0: tensor<2x3xf32>) -> tensor<4x1xf32> {
        %0 = nn.transpose %arg0 {permutation = array<i64: 1, 0>} : tensor<3x2xf32>
        %1 = nn.pad %0 {padding = array<i64: 1, 0, 1, 2>} : tensor<4x5xf32>
        %2 = nn.concat %1, %1 {axis = 1 : i64} : tensor<4x10xf32>
        %3 = nn.relu %2 : tensor<4x10xf32>
        %4 = nn.mean %3 {axes = array<i64: 1>, keep_dims = true} : tensor<4x1xf32>
        return %4 : tensor<4x1xf32>
        """,
        model.read(m));
  }

  @Test
  void slicesTakeParts() {
    int x = model.input("x", 4, 6);
    int s = model.tensor("s", 2, 5);
    int t = model.tensor("t", 3);
    StridedSliceOptionsT options = new StridedSliceOptionsT();
    options.setShrinkAxisMask(1);
    options.setEndMask(2);
    model.node(
        BuiltinOperator.SLICE,
        new int[] {x, model.integers("begin", 1, 1), model.integers("size", 2, -1)},
        s);
    model.node(
        BuiltinOperator.STRIDED_SLICE,
        union(BuiltinOptions.StridedSliceOptions, options),
        new int[] {
          s, model.integers("from", -1, 0), model.integers("to", 0, 0), model.integers("by", 1, 2)
        },
        t);
    assertBody(
        """
        func.func @main(%arg0: tensor<4x6xf32>) -> tensor<3xf32> {
        %0 = nn.slice %arg0 {axes = array<i64: 0, 1>, ends = array<i64: 3, 6>, starts = array<i64: 1, 1>, steps = array<i64: 1, 1>} : tensor<2x5xf32>
        %1 = nn.slice %0 {axes = array<i64: 0, 1>, ends = array<i64: 2, 5>, starts = array<i64: -1, 0>, steps = array<i64: 1, 2>} : tensor<1x3xf32>
        %2 = nn.reshape %1 {shape = array<i64: 3>} : tensor<3xf32>
        return %2 : tensor<3xf32>
        """,
        model.read(t));
  }

  @Test
  void unknownOperatorsAreNamed() {
    int x = model.input("x", 4);
    int y = model.tensor("y", 4);
    model.node(BuiltinOperator.RELU, new int[] {x}, y);
    int z = model.tensor("z", 4);
    model.node(BuiltinOperator.COS, new int[] {y}, z);
    assertEquals(
        "node \"z\" (COS, #1): operator COS is not supported; ...",
        fault(() -> model.read(z)).replaceAll("supported are .*", "..."));
  }

  @Test
  void optionsOfAnotherOperatorAreRefused() {
    int x = model.input("x", 4);
    int y = model.tensor("y", 4);
    model.node(
        BuiltinOperator.SOFTMAX,
        union(BuiltinOptions.ReducerOptions, new ReducerOptionsT()),
        new int[] {x},
        y);
    assertEquals(
        "node \"y\" (SOFTMAX, #0): the node has options of another operator (kind 27)",
        fault(() -> model.read(y)));
  }

  @Test
  void computedShapesAreRefused() {
    int x = model.input("x", 4);
    int s = model.input("s", 1);
    int y = model.tensor("y", 4);
    model.node(BuiltinOperator.RESHAPE, new int[] {x, s}, y);
    assertEquals(
        "node \"y\" (RESHAPE, #0): the shape is computed by the model; only a constant is supported",
        fault(() -> model.read(y)));
  }

  @Test
  void contradictoryShapesAreRefused() {
    int x = model.input("x", 4);
    int y = model.tensor("y", 5);
    model.node(BuiltinOperator.RELU, new int[] {x}, y);
    assertEquals(
        "node \"y\" (RELU, #0): tensor \"y\" is declared as [5], but the node computes [4]",
        fault(() -> model.read(y)));
  }

  @Test
  void operandsThatDoNotFitAreRefused() {
    int x = model.input("x", 4);
    int z = model.input("z", 3);
    int y = model.tensor("y", 4);
    model.node(BuiltinOperator.MUL, new int[] {x, z}, y);
    assertEquals(
        "node \"y\" (MUL, #0): 'nn.mul' op expected shapes that broadcast, but got [4] and [3]",
        fault(() -> model.read(y)));
  }

  @Test
  void nodesOfSeveralPartsNeedAResultToo() {
    int x = model.input("x", 1, 4);
    int from = model.integers("from", 0, 0);
    int to = model.integers("to", 1, 2);
    int by = model.integers("by", 1, 1);
    StridedSliceOptionsT slice = new StridedSliceOptionsT();
    slice.setShrinkAxisMask(1);
    model.node(
        BuiltinOperator.STRIDED_SLICE,
        union(BuiltinOptions.StridedSliceOptions, slice),
        new int[] {x, from, to, by});
    String fault = fault(() -> model.read(x));
    assertTrue(fault.contains("the node makes one tensor, but has 0"), fault);
  }

  @Test
  void valuesAreComputedOnceAndBeforeUse() {
    int x = model.input("x", 4);
    int y = model.tensor("y", 4);
    int z = model.tensor("z", 4);
    model.node(BuiltinOperator.RELU, new int[] {z}, y);
    model.node(BuiltinOperator.RELU, new int[] {x}, z);
    assertEquals(
        "node \"y\" (RELU, #0): tensor \"z\" is used before it is computed",
        fault(() -> model.read(y)));
    TfliteModelBuilder twice = new TfliteModelBuilder();
    int a = twice.input("a", 4);
    int b = twice.tensor("b", 4);
    twice.node(BuiltinOperator.RELU, new int[] {a}, b);
    twice.node(BuiltinOperator.TANH, new int[] {a}, b);
    assertEquals(
        "node \"b\" (TANH, #1): tensor \"b\" is computed twice", fault(() -> twice.read(b)));
    TfliteModelBuilder never = new TfliteModelBuilder();
    int t = never.tensor("t", 1);
    assertEquals("unknown: output tensor \"t\" is never computed", fault(() -> never.read(t)));
  }

  private static Consumer<BuiltinOptionsUnion> added(byte activation) {
    AddOptionsT options = new AddOptionsT();
    options.setFusedActivationFunction(activation);
    return union(BuiltinOptions.AddOptions, options);
  }

  private static Consumer<BuiltinOptionsUnion> connected(boolean keepsRank) {
    FullyConnectedOptionsT options = new FullyConnectedOptionsT();
    options.setKeepNumDims(keepsRank);
    options.setFusedActivationFunction(ActivationFunctionType.RELU);
    return union(BuiltinOptions.FullyConnectedOptions, options);
  }

  private static Consumer<BuiltinOptionsUnion> union(byte type, Object options) {
    return union -> {
      union.setType(type);
      union.setValue(options);
    };
  }
}
