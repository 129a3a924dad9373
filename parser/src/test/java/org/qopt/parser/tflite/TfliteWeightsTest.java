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
    assertAdded(whole, "[1.5, -2.0]");
  }

  @Test
  void int8IsDequantizedByOneScale() {
    int w = model.constant("w", TensorType.INT8, ByteBuffer.wrap(new byte[] {-128, 127}), 2);
    model.quantize(w, new float[] {0.5f}, new long[] {-1}, 0);
    assertAdded(w, "[-63.5, 64.0]");
  }

  @Test
  void uint8IsDequantizedAlongAnAxis() {
    int w = model.constant("w", TensorType.UINT8, ByteBuffer.wrap(new byte[] {(byte) 200, 10}), 2);
    model.quantize(w, new float[] {0.5f, 2}, new long[] {100, 0}, 0);
    assertAdded(w, "[50.0, 20.0]");
  }

  private void assertAdded(int weights, String elements) {
    int x = model.input("x", 1, 2);
    int y = model.tensor("y", 1, 2);
    model.node(BuiltinOperator.ADD, new int[] {x, weights}, y);
    assertBody(
        """
        func.func @main(%arg0: tensor<1x2xf32>) -> tensor<1x2xf32> {
        %cst = nn.constant {value = dense<ELEMENTS> : tensor<2xf32>} : tensor<2xf32>
        %0 = nn.add %arg0, %cst : tensor<1x2xf32>
        return %0 : tensor<1x2xf32>
        """
            .replace("ELEMENTS", elements),
        model.read(y));
  }

  @Test
  void scalesFitTheAxis() {
    int w = model.constant("w", TensorType.INT8, ByteBuffer.wrap(new byte[] {1, 2}), 2);
    model.quantize(w, new float[] {0.5f, 2, 3}, new long[] {0, 0, 0}, 0);
    assertEquals(
        "node \"y\" (ADD, #0): tensor \"w\" is quantized with 3 scales along axis 0 of [2]",
        addFault(w));
  }

  @Test
  void scalesArePositive() {
    int w = model.constant("w", TensorType.INT8, ByteBuffer.wrap(new byte[] {1, 2}), 2);
    model.quantize(w, new float[] {Float.NaN}, new long[] {0}, 0);
    assertEquals(
        "node \"y\" (ADD, #0): tensor \"w\" is quantized with a scale that is not a positive number",
        addFault(w));
  }

  @Test
  void sizesAreBackedByBytes() {
    int w =
        model.constant("w", TensorType.FLOAT32, TfliteModelBuilder.bytes(8), 1 << 30, 1 << 30, 16);
    assertEquals(
        "node \"y\" (ADD, #0): tensor \"w\" of shape [1073741824x1073741824x16] and type FLOAT32 does not fit its buffer of 8 bytes",
        addFault(w));
  }

  private String addFault(int weights) {
    int x = model.input("x", 1, 2);
    int y = model.tensor("y", 1, 2);
    model.node(BuiltinOperator.ADD, new int[] {x, weights}, y);
    return fault(() -> model.read(y));
  }

  @Test
  void oneSubgraphIsExpected() {
    assertEquals(
        "unknown: the model has 0 subgraphs; only models with one are supported",
        fault(() -> TfliteModelBuilder.read(model.file(new SubGraphT[0]))));
    SubGraphT graph = new SubGraphT();
    assertEquals(
        "unknown: the model has 2 subgraphs; only models with one are supported",
        fault(() -> TfliteModelBuilder.read(model.file(graph, graph))));
  }

  @Test
  void otherFilesAreRefused() {
    assertEquals(
        "unknown: not a TensorFlow Lite model: bytes 4 to 7 are not the identifier \"TFL3\"",
        fault(() -> TfliteModelBuilder.read(new byte[] {1, 2, 3})));
    byte[] file = model.file(model.input("x", 1));
    file[4] = 'X';
    assertEquals(
        "unknown: not a TensorFlow Lite model: bytes 4 to 7 are not the identifier \"TFL3\"",
        fault(() -> TfliteModelBuilder.read(file)));
  }
}
