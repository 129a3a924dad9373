package org.qopt.parser.tflite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.qopt.parser.model.Programs.assertBody;
import static org.qopt.parser.model.Programs.fault;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.SubGraphT;
import org.tensorflow.lite.schema.TensorType;

/** The forms in which TensorFlow Lite stores weights, and the models that are none. */
class TfliteWeightsTest {
  private final TfliteModelBuilder model = new TfliteModelBuilder();

  @Test
  void halfFloatsAreWidened() {
    ByteBuffer bytes = TfliteModelBuilder.bytes(4);
    bytes.putShort(Float.floatToFloat16(1.5f)).putShort(Float.floatToFloat16(-2));
    int half = model.constant("half", TensorType.FLOAT16, bytes, 2);
    int whole = model.tensor("whole", 2);
    model.node(BuiltinOperator.DEQUANTIZE, new int[] {half}, whole);
    assertAdded(whole, "[1.500000e+00, -2.000000e+00]");
  }

  @Test
  void int8IsDequantizedByOneScale() {
    int w = model.constant("w", TensorType.INT8, ByteBuffer.wrap(new byte[] {-128, 127}), 2);
    model.quantize(w, new float[] {0.5f}, new long[] {-1}, 0);
    assertAdded(w, "[-6.350000e+01, 6.400000e+01]");
  }

  @Test
  void uint8IsDequantizedAlongAnAxis() {
    int w = model.constant("w", TensorType.UINT8, ByteBuffer.wrap(new byte[] {(byte) 200, 10}), 2);
    model.quantize(w, new float[] {0.5f, 2}, new long[] {100, 0}, 0);
    assertAdded(w, "[5.000000e+01, 2.000000e+01]");
  }

  private void assertAdded(int weights, String elements) {
    int x = model.input("x", 1, 2);
    int y = model.tensor("y", 1, 2);
    model.node(BuiltinOperator.ADD, new int[] {x, weights}, y);
    assertBody(
        """
        func.func @main(%x: tensor<1x2xf32>) -> tensor<1x2xf32> {
        ELEMENTS
        """
            .replace("ELEMENTS", elements),
        model.read(y));
  }

  @Test
  void scalesFitTheAxis() {
    int w = model.constant("w", TensorType.INT8, ByteBuffer.wrap(new byte[] {1, 2}), 2);
    model.quantize(w, new float[] {0.5f, 2, 3}, new long[] {0, 0, 0}, 0);
    assertEquals("", addFault(w));
  }

  @Test
  void scalesArePositive() {
    int w = model.constant("w", TensorType.INT8, ByteBuffer.wrap(new byte[] {1, 2}), 2);
    model.quantize(w, new float[] {Float.NaN}, new long[] {0}, 0);
    assertEquals("", addFault(w));
  }

  @Test
  void sizesAreBackedByBytes() {
    int w =
        model.constant("w", TensorType.FLOAT32, TfliteModelBuilder.bytes(8), 1 << 30, 1 << 30, 16);
    assertEquals("", addFault(w));
  }

  private String addFault(int weights) {
    int x = model.input("x", 1, 2);
    int y = model.tensor("y", 1, 2);
    model.node(BuiltinOperator.ADD, new int[] {x, weights}, y);
    return fault(() -> model.read(y));
  }

  @Test
  void integerModelsAreRefused() {
    int x = model.tensor("x", TensorType.INT8, 1, 2);
    model.quantize(x, new float[] {0.5f}, new long[] {0}, 0);
    int f = model.input("f", 1, 2);
    model.node(BuiltinOperator.QUANTIZE, new int[] {f}, x);
    int y = model.tensor("y", TensorType.INT8, 1, 2);
    model.quantize(y, new float[] {0.5f}, new long[] {0}, 0);
    TfliteModelBuilder integer = new TfliteModelBuilder();
    int i = integer.input("i", 2);
    int j = integer.tensor("j", TensorType.INT8, 2);
    integer.quantize(j, new float[] {0.5f}, new long[] {0}, 0);
    integer.node(BuiltinOperator.RELU, new int[] {i}, j);
    assertEquals("", fault(() -> integer.read(j)));
    assertEquals("", fault(() -> model.read(x)).replaceAll("supported are .*", "..."));
  }

  @Test
  void oneSubgraphIsExpected() {
    assertEquals("", fault(() -> TfliteModelBuilder.read(model.file(new SubGraphT[0]))));
    SubGraphT graph = new SubGraphT();
    assertEquals("", fault(() -> TfliteModelBuilder.read(model.file(graph, graph))));
  }

  @Test
  void otherFilesAreRefused() {
    assertEquals("", fault(() -> TfliteModelBuilder.read(new byte[] {1, 2, 3})));
    byte[] file = model.file(model.input("x", 1));
    file[4] = 'X';
    assertEquals("", fault(() -> TfliteModelBuilder.read(file)));
  }
}
