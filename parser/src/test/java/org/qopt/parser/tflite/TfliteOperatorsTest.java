package org.qopt.parser.tflite;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
        """,
        model.read(y));
  }

  @Test
  void outputsThatShareAValueKeepTheirNames() {
    int x = model.input("x", 1, 2);
    assertBody(
        """
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
    assertEquals("", fault(() -> model.read(z)).replaceAll("supported are .*", "..."));
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
    assertEquals("", fault(() -> model.read(y)));
  }

  @Test
  void computedShapesAreRefused() {
    int x = model.input("x", 4);
    int s = model.input("s", 1);
    int y = model.tensor("y", 4);
    model.node(BuiltinOperator.RESHAPE, new int[] {x, s}, y);
    assertEquals("", fault(() -> model.read(y)));
  }

  @Test
  void contradictoryShapesAreRefused() {
    int x = model.input("x", 4);
    int y = model.tensor("y", 5);
    model.node(BuiltinOperator.RELU, new int[] {x}, y);
    assertEquals("", fault(() -> model.read(y)));
  }

  @Test
  void operandsThatDoNotFitAreRefused() {
    int x = model.input("x", 4);
    int z = model.input("z", 3);
    int y = model.tensor("y", 4);
    model.node(BuiltinOperator.MUL, new int[] {x, z}, y);
    assertEquals("", fault(() -> model.read(y)));
  }

  @Test
  void valuesAreComputedOnceAndBeforeUse() {
    int x = model.input("x", 4);
    int y = model.tensor("y", 4);
    int z = model.tensor("z", 4);
    model.node(BuiltinOperator.RELU, new int[] {z}, y);
    model.node(BuiltinOperator.RELU, new int[] {x}, z);
    assertEquals("", fault(() -> model.read(y)));
    TfliteModelBuilder twice = new TfliteModelBuilder();
    int a = twice.input("a", 4);
    int b = twice.tensor("b", 4);
    twice.node(BuiltinOperator.RELU, new int[] {a}, b);
    twice.node(BuiltinOperator.TANH, new int[] {a}, b);
    assertEquals("", fault(() -> twice.read(b)));
    assertEquals(
        "", fault(() -> new TfliteModelBuilder().read(new TfliteModelBuilder().tensor("t", 1))));
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
