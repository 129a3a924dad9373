package org.qopt.parser.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.qopt.parser.model.Programs.assertBody;
import static org.qopt.parser.model.Programs.fault;
import static org.qopt.parser.onnx.OnnxModelBuilder.attribute;
import static org.qopt.parser.onnx.OnnxModelBuilder.integer;
import static org.qopt.parser.onnx.OnnxModelBuilder.integers;
import static org.qopt.parser.onnx.OnnxModelBuilder.real;
import static org.qopt.parser.onnx.OnnxModelBuilder.string;
import static org.qopt.parser.onnx.OnnxModelBuilder.tensor;

import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.location.UnknownLocation;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

/** The forms in which ONNX stores constants, and the models that are none. */
class OnnxConstantsTest {
  private final OnnxModelBuilder model = new OnnxModelBuilder(13);

  @Test
  void typedDataIsRead() {
    assertEquals(
        Tensor.of(Shape.of(2), 1.5f, 2f),
        decode(tensor("t", DataType.FLOAT, 2).addFloatData(1.5f).addFloatData(2)));
    assertEquals(
        Tensor.of(Shape.of(1), -7L), decode(tensor("t", DataType.INT64, 1).addInt64Data(-7)));
    assertEquals(
        Tensor.of(Shape.of(1), (byte) -7), decode(tensor("t", DataType.INT8, 1).addInt32Data(-7)));
    assertEquals(Tensor.of(Shape.of(), -7), decode(tensor("t", DataType.INT32).addInt32Data(-7)));
  }

  @Test
  void rawDataIsRead() {
    assertEquals(
        Tensor.of(Shape.of(1), 0x04030201),
        decode(tensor("t", DataType.INT32, 1).setRawData(bytes(1, 2, 3, 4))));
    assertEquals(
        Tensor.of(Shape.of(0), new long[0]),
        decode(tensor("t", DataType.INT64, 0).setRawData(bytes())));
  }

  @Test
  void halfFloatsAreWidened() {
    assertEquals(
        Tensor.of(Shape.of(1), 1.5f),
        decode(tensor("t", DataType.FLOAT16, 1).setRawData(bytes(0, 0x3E))));
    assertEquals(
        Tensor.of(Shape.of(1), 1.5f),
        decode(tensor("t", DataType.FLOAT16, 1).addInt32Data(0x3E00)));
    assertEquals(
        Tensor.of(Shape.of(1), 1.5f),
        decode(tensor("t", DataType.BFLOAT16, 1).setRawData(bytes(0xC0, 0x3F))));
  }

  @Test
  void constantNodesHaveManyForms() {
    model
        .input("x", 1)
        .node("Constant", "", "t", tensor("value", tensor("", DataType.FLOAT, 1).addFloatData(1)))
        .node("Constant", "", "f", real("value_float", 2))
        .node(
            "Constant",
            "",
            "fs",
            attribute("value_floats", AttributeType.FLOATS).addAllFloats(List.of(3f)).build())
        .node("Constant", "", "i", integer("value_int", 4))
        .node("Constant", "", "is", integers("value_ints", 1L))
        .node("Add", "x t", "a")
        .node("Add", "a f", "b")
        .node("Add", "b fs", "c")
        .node("Reshape", "c is", "d");
    assertBody(
        """
        func.func @main(%arg0: tensor<1xf32>) -> (tensor<1xf32>, tensor<i64>) {
        %cst = nn.constant {value = dense<[1.0]> : tensor<1xf32>} : tensor<1xf32>
        %0 = nn.add %arg0, %cst : tensor<1xf32>
        %cst_0 = nn.constant {value = dense<2.0> : tensor<f32>} : tensor<f32>
        %1 = nn.add %0, %cst_0 : tensor<1xf32>
        %cst_1 = nn.constant {value = dense<[3.0]> : tensor<1xf32>} : tensor<1xf32>
        %2 = nn.add %1, %cst_1 : tensor<1xf32>
        %3 = nn.reshape %2 {shape = array<i64: 1>} : tensor<1xf32>
        %cst_2 = nn.constant {value = dense<4> : tensor<i64>} : tensor<i64>
        return %3, %cst_2 : tensor<1xf32>, tensor<i64>
        """,
        model.read("d", "i"));
  }

  @Test
  void stringsAreRefused() {
    model.node("Constant", "", "y", string("value_string", "s"));
    assertEquals(
        "node \"y\" (Constant, #0): only constants of dense numbers are supported: value, value_float(s), value_int(s)",
        fault(() -> model.read("y")));
    assertEquals(
        "constant \"t\" is of type STRING, unsupported",
        decodeFault(tensor("t", DataType.STRING, 1)));
  }

  @Test
  void dataIsAsLongAsTheShapeSays() {
    assertEquals(
        "constant \"t\" of shape [2] and type FLOAT has 1 elements of data",
        decodeFault(tensor("t", DataType.FLOAT, 2).addFloatData(1)));
    assertEquals(
        "constant \"t\" of shape [2] and type FLOAT does not fit its 3 bytes of data",
        decodeFault(tensor("t", DataType.FLOAT, 2).setRawData(bytes(1, 2, 3))));
    assertEquals(
        "constant \"t\" of shape [1099511627776x1099511627776x1099511627776] and type FLOAT does not fit its 0 bytes of data",
        decodeFault(tensor("t", DataType.FLOAT, 1L << 40, 1L << 40, 1L << 40).setRawData(bytes())));
    assertEquals(
        "constant \"t\" has a negative dimension: -1",
        decodeFault(tensor("t", DataType.FLOAT, -1)));
  }

  @Test
  void dataInOtherFilesIsRefused() {
    assertEquals(
        "constant \"t\" is stored in another file; only models in one file are supported: save the model without external data",
        decodeFault(tensor("t", DataType.FLOAT, 2).setDataLocation(DataLocation.EXTERNAL)));
  }

  @Test
  void operatorSetsAreChecked() {
    assertEquals(
        "unknown: the model is of operator set 6; 7 to 24 are supported",
        fault(() -> new OnnxModelBuilder(6).read()));
    assertEquals(
        "unknown: the model is of operator set 99; 7 to 24 are supported",
        fault(() -> new OnnxModelBuilder(99).read()));
    assertEquals(
        "unknown: not an ONNX model: there is no graph in it",
        fault(() -> OnnxReader.read(ModelProto.getDefaultInstance(), 0, Map.of())));
    ModelProto none = model.model().toBuilder().clearOpsetImport().build();
    assertEquals(
        "unknown: not an ONNX model: it does not say its operator set",
        fault(() -> OnnxReader.read(none, 0, Map.of())));
  }

  @Test
  void inputsAreOfFloat() {
    model.input("x", DataType.DOUBLE, 2);
    assertEquals(
        "unknown: input \"x\" is of type DOUBLE; FLOAT is supported, and integers as indices",
        fault(() -> model.read("x")));
  }

  private static Tensor decode(TensorProto.Builder proto) {
    return OnnxTensors.decode(
        proto.build(), text -> new InvalidInputException(UnknownLocation.UNKNOWN, text));
  }

  private static String decodeFault(TensorProto.Builder proto) {
    try {
      return "decoded " + decode(proto);
    } catch (InvalidInputException e) {
      return e.getMessage();
    }
  }

  private static ByteString bytes(int... values) {
    byte[] array = new byte[values.length];
    for (int i = 0; i < array.length; i++) {
      array[i] = (byte) values[i];
    }
    return ByteString.copyFrom(array);
  }
}
