package org.qopt.parser.tflite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.qopt.parser.model.Programs.assertBody;
import static org.qopt.parser.model.Programs.fault;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.BuiltinOptionsUnion;
import org.tensorflow.lite.schema.FakeQuantOptionsT;
import org.tensorflow.lite.schema.FullyConnectedOptionsT;
import org.tensorflow.lite.schema.TensorType;

/** Models of integers that stand for real numbers: casts say what they stand for. */
class TfliteQuantizedTest {
  private final TfliteModelBuilder model = new TfliteModelBuilder();

  @Test
  void operationsStandBetweenCasts() {
    int x = quantized("x", TensorType.INT8, 0.5f, -3, 1, 2);
    model.asInput(x);
    int y = quantized("y", TensorType.INT8, 2, 10, 1, 2);
    connect(x, weights(new float[] {0.25f, 0.5f}, 0), bias(TensorType.INT32, 1, -2), y);
    assertBody(
        """
        func.func @main(%arg0: tensor<1x2x!quant.uniform<i8:f32, 0.5:-3>>) -> tensor<1x2x!quant.uniform<i8:f32, 2.0:10>> {
        %0 = quant.dcast %arg0 : tensor<1x2xf32>
        %cst = nn.constant {value = dense<[[1, -2], [127, -128]]> : tensor<2x2xi8>} : tensor<2x2x!quant.uniform<i8:f32:0, {0.25, 0.5}>>
        %1 = quant.dcast %cst : tensor<2x2xf32>
        %cst_0 = nn.constant {value = dense<[1, -2]> : tensor<2xi32>} : tensor<2x!quant.uniform<i32:f32:0, {0.125, 0.25}>>
        %2 = quant.dcast %cst_0 : tensor<2xf32>
        %3 = nn.fully_connected %0, %1, %2 : tensor<1x2xf32>
        %4 = quant.qcast %3 : tensor<1x2x!quant.uniform<i8:f32, 2.0:10>>
        return %4 : tensor<1x2x!quant.uniform<i8:f32, 2.0:10>>
        """,
        model.read(y));
  }

  @Test
  void biasesOf64BitsAreNarrowed() {
    int x = quantized("x", TensorType.INT16, 0.5f, 0, 1, 2);
    model.asInput(x);
    int y = quantized("y", TensorType.INT16, 2, 0, 1, 2);
    connect(x, weights(new float[] {0.25f}, 0), bias(TensorType.INT64, 1, -2), y);
    assertBody(
        """
        func.func @main(%arg0: tensor<1x2x!quant.uniform<i16:f32, 0.5>>) -> tensor<1x2x!quant.uniform<i16:f32, 2.0>> {
        %0 = quant.dcast %arg0 : tensor<1x2xf32>
        %cst = nn.constant {value = dense<[[1, -2], [127, -128]]> : tensor<2x2xi8>} : tensor<2x2x!quant.uniform<i8:f32, 0.25>>
        %1 = quant.dcast %cst : tensor<2x2xf32>
        %cst_0 = nn.constant {value = dense<[1, -2]> : tensor<2xi32>} : tensor<2x!quant.uniform<i32:f32:0, {0.125, 0.25}>>
        %2 = quant.dcast %cst_0 : tensor<2xf32>
        %3 = nn.fully_connected %0, %1, %2 : tensor<1x2xf32>
        %4 = quant.qcast %3 : tensor<1x2x!quant.uniform<i16:f32, 2.0>>
        return %4 : tensor<1x2x!quant.uniform<i16:f32, 2.0>>
        """,
        model.read(y));
  }

  @Test
  void biasesOf64BitsThatDoNotFitAreRealNumbers() {
    int x = quantized("x", TensorType.INT16, 0.5f, 0, 1, 2);
    model.asInput(x);
    int y = quantized("y", TensorType.INT16, 2, 0, 1, 2);
    connect(x, weights(new float[] {0.25f}, 0), bias(TensorType.INT64, 1L << 40, -2), y);
    assertBody(
        """
        func.func @main(%arg0: tensor<1x2x!quant.uniform<i16:f32, 0.5>>) -> tensor<1x2x!quant.uniform<i16:f32, 2.0>> {
        %0 = quant.dcast %arg0 : tensor<1x2xf32>
        %cst = nn.constant {value = dense<[[1, -2], [127, -128]]> : tensor<2x2xi8>} : tensor<2x2x!quant.uniform<i8:f32, 0.25>>
        %1 = quant.dcast %cst : tensor<2x2xf32>
        %cst_0 = nn.constant {value = dense<[1.3743895E11, -0.5]> : tensor<2xf32>} : tensor<2xf32>
        %2 = nn.fully_connected %0, %1, %cst_0 : tensor<1x2xf32>
        %3 = quant.qcast %2 : tensor<1x2x!quant.uniform<i16:f32, 2.0>>
        return %3 : tensor<1x2x!quant.uniform<i16:f32, 2.0>>
        """,
        model.read(y));
  }

  @Test
  void castsOfTheModelAreCasts() {
    int x = model.input("x", 1, 2);
    int a = quantized("a", TensorType.UINT8, 0.5f, 7, 1, 2);
    int b = quantized("b", TensorType.INT8, 0.25f, -1, 1, 2);
    int y = model.tensor("y", 1, 2);
    model.node(BuiltinOperator.QUANTIZE, new int[] {x}, a);
    model.node(BuiltinOperator.QUANTIZE, new int[] {a}, b);
    model.node(BuiltinOperator.DEQUANTIZE, new int[] {b}, y);
    assertBody(
        """
        func.func @main(%arg0: tensor<1x2xf32>) -> tensor<1x2xf32> {
        %0 = quant.qcast %arg0 : tensor<1x2x!quant.uniform<u8:f32, 0.5:7>>
        %1 = quant.dcast %0 : tensor<1x2xf32>
        %2 = quant.qcast %1 : tensor<1x2x!quant.uniform<i8:f32, 0.25:-1>>
        %3 = quant.dcast %2 : tensor<1x2xf32>
        return %3 : tensor<1x2xf32>
        """,
        model.read(y));
  }

  @Test
  void fakeQuantizationIsOfUnsignedNumbers() {
    int x = model.input("x", 2);
    int y = model.tensor("y", 2);
    model.node(BuiltinOperator.FAKE_QUANT, fake(-1, 6, 8, true), new int[] {x}, y);
    assertBody(
        """
        func.func @main(%arg0: tensor<2xf32>) -> tensor<2xf32> {
        %0 = calib.fake_quant %arg0 {max = 6.0 : f32, min = -1.0 : f32, storage = !quant.any<u8<1:255>:f32>} : tensor<2xf32>
        return %0 : tensor<2xf32>
        """,
        model.read(y));
  }

  @ParameterizedTest
  @CsvSource({
    "6, -1, 8, 'the range is not one of finite numbers: 6.0 to -1.0'",
    "NaN, 1, 8, 'the range is not one of finite numbers: NaN to 1.0'",
    "0, 1, 1, numbers of 1 bits; 2 to 16 are supported",
    "0, 1, 40, numbers of 40 bits; 2 to 16 are supported"
  })
  void fakeQuantizationIsChecked(float min, float max, int bits, String message) {
    int x = model.input("x", 2);
    int y = model.tensor("y", 2);
    model.node(BuiltinOperator.FAKE_QUANT, fake(min, max, bits, false), new int[] {x}, y);
    assertEquals("node \"y\" (FAKE_QUANT, #0): " + message, fault(() -> model.read(y)));
  }

  private static Stream<Arguments> brokenTensors() {
    return Stream.of(
        Arguments.of(
            TensorType.INT8,
            new float[] {0},
            new long[] {0},
            "a scale that is not a positive number"),
        Arguments.of(
            TensorType.INT8,
            new float[] {-1},
            new long[] {0},
            "a scale that is not a positive number"),
        Arguments.of(
            TensorType.INT8,
            new float[] {Float.NaN},
            new long[] {0},
            "a scale that is not a positive number"),
        Arguments.of(
            TensorType.INT8,
            new float[] {Float.POSITIVE_INFINITY},
            new long[] {0},
            "a scale that is not a positive number"),
        Arguments.of(
            TensorType.INT8,
            new float[] {1},
            new long[] {128},
            "zero point 128, which INT8 does not hold"),
        Arguments.of(
            TensorType.UINT8,
            new float[] {1},
            new long[] {-1},
            "zero point -1, which UINT8 does not hold"),
        Arguments.of(
            TensorType.INT8, new float[] {1}, new long[] {0, 0}, "1 scales, but 2 zero points"),
        Arguments.of(
            TensorType.INT8, new float[] {1, 1, 1}, new long[0], "3 scales along axis 0 of [2]"));
  }

  @ParameterizedTest
  @MethodSource("brokenTensors")
  void parametersAreChecked(byte type, float[] scales, long[] zeroPoints, String message) {
    int x = model.input("x", 2);
    int y = model.tensor("y", type, 2);
    model.quantize(y, scales, zeroPoints, 0);
    model.node(BuiltinOperator.QUANTIZE, new int[] {x}, y);
    assertEquals(
        "node \"y\" (QUANTIZE, #0): tensor \"y\" is quantized with " + message,
        fault(() -> model.read(y)));
  }

  @Test
  void parametersOfInputsAreChecked() {
    int x = quantized("x", TensorType.INT8, 0, 0, 2);
    model.asInput(x);
    assertEquals(
        "unknown: tensor \"x\" is quantized with a scale that is not a positive number",
        fault(() -> model.read(x)));
  }

  @Test
  void onlyConstantsAreQuantizedPerAxis() {
    int x = model.input("x", 2);
    int y = model.tensor("y", TensorType.INT8, 2);
    model.quantize(y, new float[] {1, 2}, new long[] {0, 0}, 0);
    model.node(BuiltinOperator.QUANTIZE, new int[] {x}, y);
    assertEquals(
        "node \"y\" (QUANTIZE, #0): tensor \"y\" is quantized per axis, which only a constant may be",
        fault(() -> model.read(y)));
  }

  @Test
  void computedValuesHave8Or16Bits() {
    int x = model.input("x", 2);
    int y = quantized("y", TensorType.INT32, 1, 0, 2);
    model.node(BuiltinOperator.QUANTIZE, new int[] {x}, y);
    assertEquals(
        "node \"y\" (QUANTIZE, #0): tensor \"y\" is quantized as INT32; values that are computed may be as INT8, UINT8 or INT16",
        fault(() -> model.read(y)));
  }

  @Test
  void quantizationNeedsAScale() {
    int x = model.input("x", 2);
    int y = model.tensor("y", TensorType.INT8, 2);
    model.node(BuiltinOperator.QUANTIZE, new int[] {x}, y);
    assertEquals(
        "node \"y\" (QUANTIZE, #0): tensor \"y\" is not quantized: it has no scale, or no integer type",
        fault(() -> model.read(y)));
  }

  private int quantized(String name, byte type, float scale, long zeroPoint, int... shape) {
    int tensor = model.tensor(name, type, shape);
    model.quantize(tensor, new float[] {scale}, new long[] {zeroPoint}, 0);
    return tensor;
  }

  private int weights(float[] scales, int axis) {
    byte[] elements = {1, -2, 127, -128};
    int weights = model.constant("w", TensorType.INT8, ByteBuffer.wrap(elements), 2, 2);
    model.quantize(weights, scales, new long[scales.length], axis);
    return weights;
  }

  private int bias(byte type, long... values) {
    int width = type == TensorType.INT64 ? Long.BYTES : Integer.BYTES;
    ByteBuffer bytes = TfliteModelBuilder.bytes(values.length * width);
    for (long value : values) {
      if (width == Long.BYTES) {
        bytes.putLong(value);
      } else {
        bytes.putInt((int) value);
      }
    }
    int bias = model.constant("b", type, bytes, values.length);
    model.quantize(bias, new float[] {0.125f, 0.25f}, new long[] {0, 0}, 0);
    return bias;
  }

  private void connect(int x, int weights, int bias, int y) {
    Consumer<BuiltinOptionsUnion> options =
        union -> {
          union.setType(BuiltinOptions.FullyConnectedOptions);
          union.setValue(new FullyConnectedOptionsT());
        };
    model.node(BuiltinOperator.FULLY_CONNECTED, options, new int[] {x, weights, bias}, y);
  }

  private static Consumer<BuiltinOptionsUnion> fake(
      float min, float max, int bits, boolean narrow) {
    FakeQuantOptionsT options = new FakeQuantOptionsT();
    options.setMin(min);
    options.setMax(max);
    options.setNumBits(bits);
    options.setNarrowRange(narrow);
    return union -> {
      union.setType(BuiltinOptions.FakeQuantOptions);
      union.setValue(options);
    };
  }
}
