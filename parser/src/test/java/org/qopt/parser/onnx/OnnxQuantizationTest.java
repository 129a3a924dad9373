package org.qopt.parser.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.qopt.parser.model.Programs.assertBody;
import static org.qopt.parser.model.Programs.fault;
import static org.qopt.parser.onnx.OnnxModelBuilder.integer;
import static org.qopt.parser.onnx.OnnxModelBuilder.integers;
import static org.qopt.parser.onnx.OnnxModelBuilder.string;
import static org.qopt.parser.onnx.OnnxModelBuilder.tensor;

import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code QuantizeLinear} and {@code DequantizeLinear}: integers that stand for real numbers. */
class OnnxQuantizationTest {
  private final OnnxModelBuilder model =
      new OnnxModelBuilder(13)
          .floats("s", new float[] {0.5f})
          .constant(tensor("z", DataType.UINT8).addInt32Data(3))
          .floats("s2", new float[] {0.25f, 0.125f}, 2)
          .constant(tensor("z2", DataType.INT8, 2).addInt32Data(0).addInt32Data(0));

  /** What ONNX Runtime's static quantizer writes. */
  @Test
  void convolutionsStandBetweenCasts() {
    model
        .input("x", 1, 1, 4, 4)
        .constant(numbers("w", DataType.INT8, 1, -2).addDims(2).addDims(1).addDims(1).addDims(1))
        .constant(numbers("b", DataType.INT32, 7, -8).addDims(2))
        .floats("sb", new float[] {0.125f, 0.0625f}, 2)
        .constant(numbers("zb", DataType.INT32, 0, 0).addDims(2))
        .node("QuantizeLinear", "x s z", "xq")
        .node("DequantizeLinear", "xq s z", "xd")
        .node("DequantizeLinear", "w s2 z2", "wd", integer("axis", 0))
        .node("DequantizeLinear", "b sb zb", "bd", integer("axis", 0))
        .node("Conv", "xd wd bd", "c")
        .node("Relu", "c", "r")
        .node("QuantizeLinear", "r s", "rq")
        .node("DequantizeLinear", "rq s", "y");
    assertBody(
        """
        func.func @main(%arg0: tensor<1x1x4x4xf32>) -> tensor<1x2x4x4xf32> {
        %0 = quant.qcast %arg0 : tensor<1x1x4x4x!quant.uniform<u8:f32, 0.5:3>>
        %1 = quant.dcast %0 : tensor<1x1x4x4xf32>
        %2 = nn.reshape %1 {shape = array<i64: 1, 4, 4, 1>} : tensor<1x4x4x1xf32>
        %cst = nn.constant {value = dense<[[[[1]]], [[[-2]]]]> : tensor<2x1x1x1xi8>} : tensor<2x1x1x1x!quant.uniform<i8:f32:0, {0.25, 0.125}>>
        %3 = quant.dcast %cst : tensor<2x1x1x1xf32>
        %cst_0 = nn.constant {value = dense<[7, -8]> : tensor<2xi32>} : tensor<2x!quant.uniform<i32:f32:0, {0.125, 0.0625}>>
        %4 = quant.dcast %cst_0 : tensor<2xf32>
        %5 = nn.conv2d %2, %3, %4 : tensor<1x4x4x2xf32>
        %6 = nn.relu %5 : tensor<1x4x4x2xf32>
        %7 = quant.qcast %6 : tensor<1x4x4x2x!quant.uniform<u8:f32, 0.5>>
        %8 = quant.dcast %7 : tensor<1x4x4x2xf32>
        %9 = nn.transpose %8 {permutation = array<i64: 0, 3, 1, 2>} : tensor<1x2x4x4xf32>
        return %9 : tensor<1x2x4x4xf32>
        """,
        model.read("y"));
  }

  /** What PyTorch writes of fake quantization; halves are rounded to even. */
  @Test
  void weightsAreQuantizedWhereTheyStand() {
    model
        .input("x", 1, 2)
        .floats("w", new float[] {0.125f, 0.375f, -0.1f, 100}, 2, 2)
        .node("QuantizeLinear", "w s2 z2", "wq", integer("axis", 0))
        .node("DequantizeLinear", "wq s2 z2", "wd", integer("axis", 0))
        .node("Gemm", "x wd", "y", integer("transB", 1));
    assertBody(
        """
        func.func @main(%arg0: tensor<1x2xf32>) -> tensor<1x2xf32> {
        %cst = nn.constant {value = dense<[[0, 2], [-1, 127]]> : tensor<2x2xi8>} : tensor<2x2x!quant.uniform<i8:f32:0, {0.25, 0.125}>>
        %0 = quant.dcast %cst : tensor<2x2xf32>
        %1 = nn.fully_connected %arg0, %0 : tensor<1x2xf32>
        return %1 : tensor<1x2xf32>
        """,
        model.read("y"));
  }

  @Test
  void scalesMoveWithTheWeights() {
    model
        .input("x", 1, 2)
        .constant(numbers("w", DataType.INT8, 1, 2, 3, 4).addDims(2).addDims(2))
        .node("DequantizeLinear", "w s2 z2", "wd", integer("axis", 1))
        .node("MatMul", "x wd", "a")
        .node("DequantizeLinear", "w s2 z2", "v", integer("axis", 0))
        .node("Transpose", "v", "vt", integers("perm", 1L, 0L))
        .node("MatMul", "a vt", "y");
    assertBody(
        """
        func.func @main(%arg0: tensor<1x2xf32>) -> tensor<1x2xf32> {
        %cst = nn.constant {value = dense<[[1, 3], [2, 4]]> : tensor<2x2xi8>} : tensor<2x2x!quant.uniform<i8:f32:0, {0.25, 0.125}>>
        %0 = quant.dcast %cst : tensor<2x2xf32>
        %1 = nn.fully_connected %arg0, %0 : tensor<1x2xf32>
        %cst_0 = nn.constant {value = dense<[[1, 2], [3, 4]]> : tensor<2x2xi8>} : tensor<2x2x!quant.uniform<i8:f32:0, {0.25, 0.125}>>
        %2 = quant.dcast %cst_0 : tensor<2x2xf32>
        %3 = nn.fully_connected %1, %2 : tensor<1x2xf32>
        return %3 : tensor<1x2xf32>
        """,
        model.read("y"));
  }

  @Test
  void biasesOfProductsAreIntegers() {
    model
        .input("x", 1, 2)
        .constant(numbers("w", DataType.INT8, 1, 2, 3, 4).addDims(2).addDims(2))
        .constant(numbers("b", DataType.INT32, 7, -8).addDims(2))
        .node("DequantizeLinear", "w s", "wd")
        .node("DequantizeLinear", "b s", "bd")
        .node("Gemm", "x wd bd", "y");
    assertBody(
        """
        func.func @main(%arg0: tensor<1x2xf32>) -> tensor<1x2xf32> {
        %cst = nn.constant {value = dense<[[1, 3], [2, 4]]> : tensor<2x2xi8>} : tensor<2x2x!quant.uniform<i8:f32, 0.5>>
        %0 = quant.dcast %cst : tensor<2x2xf32>
        %cst_0 = nn.constant {value = dense<[7, -8]> : tensor<2xi32>} : tensor<2x!quant.uniform<i32:f32, 0.5>>
        %1 = quant.dcast %cst_0 : tensor<2xf32>
        %2 = nn.fully_connected %arg0, %0, %1 : tensor<1x2xf32>
        return %2 : tensor<1x2xf32>
        """,
        model.read("y"));
  }

  @Test
  void inputsAndOutputsMayBeIntegers() {
    model
        .input("x", DataType.UINT8, 1, 2)
        .node("DequantizeLinear", "x s z", "xd")
        .node("Tanh", "xd", "t")
        .node("QuantizeLinear", "t s z", "y");
    assertBody(
        """
        func.func @main(%arg0: tensor<1x2x!quant.uniform<u8:f32, 0.5:3>>) -> tensor<1x2x!quant.uniform<u8:f32, 0.5:3>> {
        %0 = quant.dcast %arg0 : tensor<1x2xf32>
        %1 = nn.tanh %0 : tensor<1x2xf32>
        %2 = quant.qcast %1 : tensor<1x2x!quant.uniform<u8:f32, 0.5:3>>
        return %2 : tensor<1x2x!quant.uniform<u8:f32, 0.5:3>>
        """,
        model.read("y"));
  }

  /** What our own exporter writes: bytes are moved, cut and padded as they are. */
  @Test
  void bytesAreMovedAsWhatTheyStandFor() {
    model
        .input("x", 1, 2, 2)
        .integers("shape", 4)
        .integers("pads", 1, 0)
        .constant(tensor("least", DataType.UINT8).addInt32Data(3))
        .constant(tensor("most", DataType.UINT8).addInt32Data(9))
        .constant(tensor("fill", DataType.UINT8).addInt32Data(5))
        .node("QuantizeLinear", "x s z", "xq")
        .node("Reshape", "xq shape", "r")
        .node("Clip", "r least most", "c")
        .node("Pad", "c pads fill", "p")
        .node("Pad", "p pads", "q", string("mode", "constant"))
        .node("DequantizeLinear", "q s z", "y");
    assertBody(
        """
        func.func @main(%arg0: tensor<1x2x2xf32>) -> (tensor<6xf32>, tensor<5x!quant.uniform<u8:f32, 0.5:3>>) {
        %0 = quant.qcast %arg0 : tensor<1x2x2x!quant.uniform<u8:f32, 0.5:3>>
        %1 = quant.dcast %0 : tensor<1x2x2xf32>
        %2 = nn.reshape %1 {shape = array<i64: 4>} : tensor<4xf32>
        %3 = nn.clamp %2 {max = 3.0 : f32, min = 0.0 : f32} : tensor<4xf32>
        %4 = nn.pad %3 {padding = array<i64: 1, 0>, value = 1.0 : f32} : tensor<5xf32>
        %5 = nn.pad %4 {padding = array<i64: 1, 0>, value = -1.5 : f32} : tensor<6xf32>
        %6 = quant.qcast %5 : tensor<6x!quant.uniform<u8:f32, 0.5:3>>
        %7 = quant.dcast %6 : tensor<6xf32>
        %8 = quant.qcast %4 : tensor<5x!quant.uniform<u8:f32, 0.5:3>>
        return %7, %8 : tensor<6xf32>, tensor<5x!quant.uniform<u8:f32, 0.5:3>>
        """,
        model.read("y", "p"));
  }

  @Test
  void images() {
    model
        .input("x", 1, 1, 4, 4)
        .weights("w", 1, 1, 1, 1)
        .node("Conv", "x w", "c")
        .node("QuantizeLinear", "c s z", "cq")
        .node("MaxPool", "cq", "p", integers("kernel_shape", 2L, 2L))
        .node("DequantizeLinear", "p s z", "pd")
        .node("Conv", "pd w", "y");
    assertBody(
        """
        func.func @main(%arg0: tensor<1x1x4x4xf32>) -> tensor<1x1x3x3xf32> {
        %0 = nn.reshape %arg0 {shape = array<i64: 1, 4, 4, 1>} : tensor<1x4x4x1xf32>
        %cst = nn.constant {value = dense<[[[[0.5]]]]> : tensor<1x1x1x1xf32>} : tensor<1x1x1x1xf32>
        %1 = nn.conv2d %0, %cst : tensor<1x4x4x1xf32>
        %2 = quant.qcast %1 : tensor<1x4x4x1x!quant.uniform<u8:f32, 0.5:3>>
        %3 = quant.dcast %2 : tensor<1x4x4x1xf32>
        %4 = nn.max_pool2d %3 {kernel = array<i64: 2, 2>} : tensor<1x3x3x1xf32>
        %5 = quant.qcast %4 : tensor<1x3x3x1x!quant.uniform<u8:f32, 0.5:3>>
        %6 = quant.dcast %5 : tensor<1x3x3x1xf32>
        %7 = nn.conv2d %6, %cst : tensor<1x3x3x1xf32>
        %8 = nn.reshape %7 {shape = array<i64: 1, 1, 3, 3>} : tensor<1x1x3x3xf32>
        return %8 : tensor<1x1x3x3xf32>
        """,
        model.read("y"));
  }

  @ParameterizedTest
  @CsvSource({"INT8, i8", "UINT8, u8", "INT16, i16", "UINT16, u16"})
  void typesFollowTheZeroPoint(DataType type, String storage) {
    model
        .input("x", 2)
        .constant(tensor("zp", type).addInt32Data(1))
        .node("QuantizeLinear", "x s zp", "y", contributed());
    assertBody(
        """
        func.func @main(%arg0: tensor<2xf32>) -> tensor<2x!quant.uniform<TYPE:f32, 0.5:1>> {
        %0 = quant.qcast %arg0 : tensor<2x!quant.uniform<TYPE:f32, 0.5:1>>
        return %0 : tensor<2x!quant.uniform<TYPE:f32, 0.5:1>>
        """
            .replace("TYPE", storage),
        model.read("y"));
  }

  @Test
  void typesMayStandAlone() {
    OnnxModelBuilder latest =
        new OnnxModelBuilder(21)
            .input("x", 2)
            .floats("s", new float[] {0.5f})
            .node("QuantizeLinear", "x s", "y", integer("output_dtype", DataType.INT8_VALUE));
    assertBody(
        """
        func.func @main(%arg0: tensor<2xf32>) -> tensor<2x!quant.uniform<i8:f32, 0.5>> {
        %0 = quant.qcast %arg0 : tensor<2x!quant.uniform<i8:f32, 0.5>>
        return %0 : tensor<2x!quant.uniform<i8:f32, 0.5>>
        """,
        latest.read("y"));
  }

  @ParameterizedTest
  @ValueSource(floats = {0, -1, Float.NaN, Float.POSITIVE_INFINITY})
  void scalesArePositiveNumbers(float scale) {
    model.input("x", 2).floats("scale", new float[] {scale}).node("QuantizeLinear", "x scale", "y");
    assertFault("QuantizeLinear", "a scale is a positive number, but got " + scale);
  }

  @Test
  void scalesAreFloats() {
    model.input("x", 2).integers("scale", 1).node("QuantizeLinear", "x scale", "y");
    assertFault("QuantizeLinear", "the scale is a float or a vector of them");
  }

  @Test
  void scalesAreConstants() {
    model.input("x", 2).input("scale").node("QuantizeLinear", "x scale", "y");
    assertFault(
        "QuantizeLinear",
        "the scale is computed by the model; only a constant is supported, which it may become with --input-shape");
  }

  @Test
  void scalesFitTheAxis() {
    model.input("x", 3, 3).node("QuantizeLinear", "x s2 z2", "y");
    assertFault("QuantizeLinear", "scales of shape [2] do not fit axis 1 of [3x3]");
  }

  @Test
  void axesExist() {
    model.input("x", 2, 2).node("QuantizeLinear", "x s2 z2", "y", integer("axis", 5));
    assertFault("QuantizeLinear", "axis 5 is not one of a tensor of rank 2");
  }

  @Test
  void thereIsAZeroPointForEachScale() {
    model.input("x", 2, 2).node("QuantizeLinear", "x s2 z", "y");
    assertFault("QuantizeLinear", "there are 2 scales, but 1 zero points");
  }

  @Test
  void zeroPointsAreOfTheIntegersType() {
    model
        .constant(numbers("w", DataType.INT8, 1, 2).addDims(2))
        .node("DequantizeLinear", "w s z", "y");
    assertFault(
        "DequantizeLinear", "the zero point is of type ui8, but the integers are of type i8");
  }

  @Test
  void integersAreSmall() {
    model
        .constant(tensor("w", DataType.INT64, 1).addInt64Data(1))
        .node("DequantizeLinear", "w s", "y");
    assertFault(
        "DequantizeLinear",
        "quantized integers are of type INT8, UINT8, INT16, UINT16 or INT32, but got i64");
  }

  @Test
  void realNumbersAreQuantized() {
    model.input("x", DataType.INT64, 2).node("QuantizeLinear", "x s", "y");
    assertFault(
        "QuantizeLinear", "only numbers of type FLOAT are quantized, but got tensor<2xi64>");
  }

  @Test
  void integersAreDequantized() {
    model.input("x", 2).node("DequantizeLinear", "x s", "y");
    assertFault("DequantizeLinear", "what is dequantized are no integers, but tensor<2xf32>");
  }

  /** (q - 3) 0.125 is q 0.5 times 0.25, less 0.375. */
  @Test
  void integersMayStandForOtherNumbersThanBefore() {
    model
        .input("x", 2)
        .floats("s3", new float[] {0.125f})
        .node("QuantizeLinear", "x s", "xq")
        .node("DequantizeLinear", "xq s3 z", "y");
    assertBody(
        """
        func.func @main(%arg0: tensor<2xf32>) -> tensor<2xf32> {
        %0 = quant.qcast %arg0 : tensor<2x!quant.uniform<u8:f32, 0.5>>
        %1 = quant.dcast %0 : tensor<2xf32>
        %cst = nn.constant {value = dense<0.25> : tensor<f32>} : tensor<f32>
        %2 = nn.mul %1, %cst : tensor<2xf32>
        %3 = quant.qcast %2 : tensor<2x!quant.uniform<u8:f32, 0.125>>
        %4 = quant.dcast %3 : tensor<2xf32>
        %cst_0 = nn.constant {value = dense<-0.375> : tensor<f32>} : tensor<f32>
        %5 = nn.add %4, %cst_0 : tensor<2xf32>
        %6 = quant.qcast %5 : tensor<2x!quant.uniform<u8:f32, 0.125:3>>
        %7 = quant.dcast %6 : tensor<2xf32>
        return %7 : tensor<2xf32>
        """,
        model.read("y"));
  }

  @Test
  void scalesOfChannelsAreTheSameOnBothSides() {
    model
        .input("x", 2, 2)
        .node("QuantizeLinear", "x s2 z2", "xq")
        .node("DequantizeLinear", "xq s z8", "y")
        .constant(tensor("z8", DataType.INT8).addInt32Data(0));
    assertEquals(
        "node \"y\" (DequantizeLinear, #1): integers of !quant.uniform<i8:f32:1, {0.25, 0.125}> are dequantized as !quant.uniform<i8:f32, 0.5>; where they have scales of channels, only the parameters that they were quantized with are supported",
        fault(() -> model.read("y")));
  }

  @Test
  void integersAreNotComputedWith() {
    model.input("x", 2).node("QuantizeLinear", "x s", "xq").node("Relu", "xq", "y");
    assertEquals(
        "node \"y\" (Relu, #1): it computes with the integers that 'QuantizeLinear' makes; supported are ...",
        fault(() -> model.read("y")).replaceAll("supported are .*", "supported are ..."));
  }

  @Test
  void integersThatAreJoinedStandForTheSame() {
    model
        .input("x", 2, 2)
        .node("QuantizeLinear", "x s", "a")
        .node("QuantizeLinear", "x s z", "b")
        .node("Concat", "a b", "y", integer("axis", 0));
    assertEquals(
        "node \"y\" (Concat, #2): it takes integers that stand for different numbers, !quant.uniform<u8:f32, 0.5:3>",
        fault(() -> model.read("y")));
  }

  @Test
  void blocksAreRefused() {
    model.input("x", 2).node("QuantizeLinear", "x s", "y", integer("block_size", 16));
    assertFault("QuantizeLinear", "scales of blocks are not supported (block_size 16)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DynamicQuantizeLinear", "MatMulInteger", "ConvInteger"})
  void scalesAreKnownBeforehand(String op) {
    model.input("x", 2).node(op, "x", "y");
    assertFault(
        op,
        "its scales are found while the model runs; only scales that are constants are supported");
  }

  private void assertFault(String op, String message) {
    assertEquals("node \"y\" (" + op + ", #0): " + message, fault(() -> model.read("y")));
  }

  private static UnaryOperator<NodeProto.Builder> contributed() {
    return node -> node.setDomain("com.microsoft");
  }

  private static TensorProto.Builder numbers(String name, DataType type, int... values) {
    var tensor = tensor(name, type);
    for (int value : values) {
      tensor.addInt32Data(value);
    }
    return tensor;
  }
}
