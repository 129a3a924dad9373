package org.qopt.peers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qopt.peers.OnnxRuntime.FloatTensor;

class OnnxRuntimeTest {
  @TempDir private Path folder;

  @BeforeEach
  void requirePeer() {
    assumeTrue(OnnxRuntime.unavailable().isEmpty(), () -> OnnxRuntime.unavailable().orElseThrow());
  }

  @Test
  void modelRuns() throws IOException {
    Path file = Files.write(folder.resolve("relu.onnx"), relu());
    try (OnnxRuntime model = OnnxRuntime.load(file)) {
      Map<String, FloatTensor> outputs =
          model.run(Map.of("x", new FloatTensor(new long[] {1, 3}, new float[] {-1, 0.5f, 2})));
      assertEquals(Set.of("y"), outputs.keySet());
      assertArrayEquals(new long[] {1, 3}, outputs.get("y").shape());
      assertArrayEquals(new float[] {0, 0.5f, 2}, outputs.get("y").values());
    }
  }

  @Test
  void wrongInputsAreRefused() throws IOException {
    Path file = Files.write(folder.resolve("relu.onnx"), relu());
    try (OnnxRuntime model = OnnxRuntime.load(file)) {
      FloatTensor tensor = new FloatTensor(new long[] {1, 3}, new float[3]);
      assertThrows(IllegalArgumentException.class, () -> model.run(Map.of("z", tensor)));
    }
  }

  @Test
  void whatIsNoModelIsRefused() throws IOException {
    Path file = Files.write(folder.resolve("bad.onnx"), new byte[] {1, 2, 3});
    assertThrows(IllegalArgumentException.class, () -> OnnxRuntime.load(file));
  }

  /**
   * {@return a model {@code y = Relu(x)} on 1x3 float32; the numbers are fields of ONNX's messages}
   */
  private static byte[] relu() {
    byte[] node =
        message(text(1, "x"), text(2, "y"), text(4, "Relu")); // NodeProto: input, output, op_type
    byte[] graph =
        message(
            field(1, node), // GraphProto: node, name, input, output
            text(2, "g"),
            field(11, value("x")),
            field(12, value("y")));
    byte[] opset = message(number(2, 13)); // OperatorSetIdProto: version
    return message(
        number(1, 8), field(7, graph), field(8, opset)); // ModelProto: ir_version, graph, opset
  }

  /**
   * A ValueInfoProto: name and TypeProto, in it TypeProto.Tensor of elem_type FLOAT and a shape.
   */
  private static byte[] value(String name) {
    byte[] shape = message(field(1, message(number(1, 1))), field(1, message(number(1, 3))));
    byte[] tensor = message(number(1, 1), field(2, shape));
    return message(text(1, name), field(2, message(field(1, tensor))));
  }

  private static byte[] message(byte[]... fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] field : fields) {
      bytes.writeBytes(field);
    }
    return bytes.toByteArray();
  }

  private static byte[] text(int number, String value) {
    return field(number, value.getBytes(StandardCharsets.US_ASCII));
  }

  /** A field of bytes, all of them short here. */
  private static byte[] field(int number, byte[] value) {
    return message(new byte[] {(byte) (number << 3 | 2), (byte) value.length}, value);
  }

  private static byte[] number(int number, int value) {
    return new byte[] {(byte) (number << 3), (byte) value};
  }
}
