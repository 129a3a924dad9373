package org.qopt.target.tpu.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableMap;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.qopt.ir.Operation;
import org.qopt.target.Programs;
import org.qopt.target.export.ExportRequest;
import org.qopt.target.tpu.legalize.LegalizeToTpuPass;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.ModelT;
import org.tensorflow.lite.schema.OperatorT;
import org.tensorflow.lite.schema.SubGraphT;
import org.tensorflow.lite.schema.TensorT;
import org.tensorflow.lite.schema.TensorType;

class TfliteExporterTest {
  private static final String X = "!quant.uniform<i8:f32, 0.5:-3>";
  private static final String Y = "!quant.uniform<i8:f32, 0.25:4>";
  private static final ImmutableMap<String, String> STORED = ImmutableMap.of();
  private static final ImmutableMap<String, String> REAL = ImmutableMap.of("io", "float32");

  private static final String CONVOLUTION =
      """
      func.func @main(%x: tensor<1x5x5x2xX> loc("image")) -> tensor<1x3x3x2xY> {
        %a = quant.dcast %x : tensor<1x5x5x2xf32>
        %v = nn.constant {value = dense<64> : tensor<2x3x3x2xi8>}
            : tensor<2x3x3x2x!quant.uniform<i8<-127:127>:f32:0, {0.1, 0.2}>> loc("filter")
        %w = quant.dcast %v : tensor<2x3x3x2xf32>
        %y = nn.conv2d %a, %w {PADDING, strides = array<i64: 2, 2>, activation = "relu6"}
            : tensor<1x3x3x2xf32> loc("y")
        %q = quant.qcast %y : tensor<1x3x3x2xY> loc("y")
        return %q : tensor<1x3x3x2xY>
      }
      """;

  private static Operation legalized(String text) {
    Operation module =
        Programs.read(text.replace("xX>", "x" + X + ">").replace("xY>", "x" + Y + ">"));
    Programs.run(new LegalizeToTpuPass(), module, Optional.empty());
    return module;
  }

  private static byte[] export(Operation module, ImmutableMap<String, String> options) {
    return new TfliteExporter()
        .export(module, new ExportRequest("model", false, options, _ -> {}))
        .getFirst()
        .content();
  }

  private static ModelT model(String text, ImmutableMap<String, String> options) {
    return ModelT.deserializeFromBinary(export(legalized(text), options));
  }

  private static SubGraphT graph(ModelT model) {
    return model.getSubgraphs()[0];
  }

  private static List<String> operators(ModelT model) {
    return Arrays.stream(graph(model).getOperators())
        .map(op -> model.getOperatorCodes()[(int) op.getOpcodeIndex()])
        .map(code -> BuiltinOperator.name(code.getBuiltinCode()) + " " + code.getVersion())
        .toList();
  }

  private static TensorT named(ModelT model, String name) {
    return Arrays.stream(graph(model).getTensors())
        .filter(tensor -> tensor.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names(ModelT model, int... tensors) {
    return IntStream.of(tensors).mapToObj(i -> graph(model).getTensors()[i].getName()).toList();
  }

  private static String unary(String op, String from, String to) {
    return """
        func.func @main(%%x: tensor<1x4x4x2x%1$s>) -> tensor<1x4x4x2x%2$s> {
          %%a = quant.dcast %%x : tensor<1x4x4x2xf32>
          %%y = %3$s : tensor<1x4x4x2xf32>
          %%q = quant.qcast %%y : tensor<1x4x4x2x%2$s>
          return %%q : tensor<1x4x4x2x%2$s>
        }
        """
        .formatted(from, to, op);
  }

  @Test
  void constantsStandAtMultiplesOfSixteen() {
    ByteBuffer file =
        ByteBuffer.wrap(
            export(
                legalized(CONVOLUTION.replace("PADDING", "padding = array<i64: 1, 1, 1, 1>")),
                STORED));
    assertEquals("TFL3", new String(file.array(), 4, 4, StandardCharsets.US_ASCII));
    Model model = Model.getRootAsModel(file);
    int constants = 0;
    for (int i = 0; i < model.buffersLength(); i++) {
      if (model.buffers(i).dataLength() > 0) {
        assertEquals(0, model.buffers(i).dataAsByteBuffer().position() % 16);
        constants++;
      }
    }
    assertEquals(0, model.buffers(0).dataLength());
    assertEquals(3, constants, "filter, bias, release of the runtime");
  }

  @Test
  void sameProgramSameBytes() {
    String text = CONVOLUTION.replace("PADDING", "padding = array<i64: 1, 1, 1, 1>");
    assertArrayEquals(export(legalized(text), STORED), export(legalized(text), STORED));
  }

  @Test
  void tensorsHaveNamesAndParameters() {
    ModelT model =
        model(CONVOLUTION.replace("PADDING", "padding = array<i64: 1, 1, 1, 1>"), STORED);
    assertEquals(List.of("CONV_2D 3"), operators(model));
    assertEquals(List.of("image"), names(model, graph(model).getInputs()));
    assertEquals(List.of("y"), names(model, graph(model).getOutputs()));
    TensorT image = named(model, "image");
    assertEquals(TensorType.INT8, image.getType());
    assertArrayEquals(new float[] {0.5f}, image.getQuantization().getScale());
    assertArrayEquals(new long[] {-3}, image.getQuantization().getZeroPoint());
    TensorT filter = named(model, "filter");
    assertArrayEquals(new float[] {0.1f, 0.2f}, filter.getQuantization().getScale());
    assertArrayEquals(new long[] {0, 0}, filter.getQuantization().getZeroPoint());
    assertEquals(0, filter.getQuantization().getQuantizedDimension());
    TensorT bias = named(model, "y/bias");
    assertEquals(TensorType.INT32, bias.getType());
    assertArrayEquals(new float[] {0.5f * 0.1f, 0.5f * 0.2f}, bias.getQuantization().getScale());
  }

  @Test
  void modelSaysWhatItIsCalledWithAndWhatItNeeds() {
    ModelT model =
        model(CONVOLUTION.replace("PADDING", "padding = array<i64: 1, 1, 1, 1>"), STORED);
    var signature = model.getSignatureDefs()[0];
    assertEquals("serving_default", signature.getSignatureKey());
    assertEquals("image", signature.getInputs()[0].getName());
    assertEquals("y", signature.getOutputs()[0].getName());
    var metadata = model.getMetadata()[0];
    assertEquals("min_runtime_version", metadata.getName());
    int[] text = model.getBuffers()[(int) metadata.getBuffer()].getData();
    assertEquals(16, text.length);
    assertEquals("1.14.0", new String(text, 0, 6));
  }

  @Test
  void inputsAndOutputsMayBeReal() {
    ModelT model = model(CONVOLUTION.replace("PADDING", "padding = array<i64: 1, 1, 1, 1>"), REAL);
    assertEquals(List.of("QUANTIZE 1", "CONV_2D 3", "DEQUANTIZE 2"), operators(model));
    assertEquals(List.of("image"), names(model, graph(model).getInputs()));
    assertEquals(List.of("y"), names(model, graph(model).getOutputs()));
    assertEquals(TensorType.FLOAT32, named(model, "image").getType());
    assertEquals(TensorType.INT8, named(model, "image/stored").getType());
    assertEquals(TensorType.FLOAT32, named(model, "y").getType());
  }

  @Test
  void paddingWithoutANameIsAnOperator() {
    ModelT model =
        model(CONVOLUTION.replace("PADDING", "padding = array<i64: 2, 0, 2, 0>"), STORED);
    assertEquals(List.of("PAD 2", "CONV_2D 3"), operators(model));
    assertArrayEquals(new int[] {1, 7, 7, 2}, named(model, "y/padded").getShape());
  }

  @Test
  void meansThatPaddingCutsArePutTogether() {
    ModelT model =
        model(
            """
            func.func @main(%x: tensor<1x4x5x1xX>) -> tensor<1x4x5x1xX> {
              %a = quant.dcast %x : tensor<1x4x5x1xf32>
              %y = nn.avg_pool2d %a {kernel = array<i64: 3, 1>, padding = array<i64: 2, 0, 0, 0>}
                  : tensor<1x4x5x1xf32>
              %q = quant.qcast %y : tensor<1x4x5x1xX>
              return %q : tensor<1x4x5x1xX>
            }
            """,
            STORED);
    assertEquals(
        List.of(
            "SLICE 2",
            "AVERAGE_POOL_2D 2",
            "SLICE 2",
            "AVERAGE_POOL_2D 2",
            "SLICE 2",
            "AVERAGE_POOL_2D 2",
            "CONCATENATION 2"),
        operators(model));
  }

  @Test
  void boundsWithoutANameAreCompared() {
    String clamp = "nn.clamp %a {min = -0.5 : f32, max = 3.0 : f32}";
    assertEquals(
        List.of("MUL 3", "MAXIMUM 2", "MINIMUM 2"), operators(model(unary(clamp, X, Y), STORED)));
    assertEquals(List.of("MAXIMUM 2", "MINIMUM 2"), operators(model(unary(clamp, X, X), STORED)));
    String unit = "nn.clamp %a {min = 0.0 : f32, max = 1.0 : f32}";
    assertEquals(List.of("RELU_0_TO_1 1"), operators(model(unary(unit, X, Y), STORED)));
  }

  @Test
  void functionsAreOperators() {
    String unit = "!quant.uniform<i8:f32, 0.00390625:-128>";
    assertEquals(List.of("LOGISTIC 2"), operators(model(unary("nn.sigmoid %a", X, unit), STORED)));
    assertEquals(List.of("TANH 2"), operators(model(unary("nn.tanh %a", X, Y), STORED)));
    ModelT model = model(unary("nn.softmax %a {beta = 0.7 : f32}", X, unit), STORED);
    OperatorT softmax = graph(model).getOperators()[0];
    assertEquals(0.7f, softmax.getBuiltinOptions().asSoftmaxOptions().getBeta());
  }

  @Test
  void youngerVersionsOnlyWhereTheyAreNeeded() {
    ModelT model =
        model(
            """
            func.func @main(%x: tensor<2x3x4xX>) -> tensor<2x3x1xY> {
              %a = quant.dcast %x : tensor<2x3x4xf32>
              %v = nn.constant {value = dense<64> : tensor<1x4xi8>}
                  : tensor<1x4x!quant.uniform<i8<-127:127>:f32:0, {0.1}>>
              %w = quant.dcast %v : tensor<1x4xf32>
              %y = nn.fully_connected %a, %w : tensor<2x3x1xf32>
              %q = quant.qcast %y : tensor<2x3x1xY>
              return %q : tensor<2x3x1xY>
            }
            """,
            STORED);
    assertEquals(List.of("FULLY_CONNECTED 5"), operators(model));
  }

  @Test
  void whatIsReturnedAsItCameNeedsNoOperator() {
    ModelT model =
        model(
            """
            func.func @main(%x: tensor<4xX> loc("x"), %unused: tensor<2xX>) -> (tensor<4xX>, tensor<4xX>) {
              return %x, %x : tensor<4xX>, tensor<4xX>
            }
            """,
            STORED);
    assertEquals(List.of(), operators(model));
    assertEquals(List.of("x", "x"), names(model, graph(model).getOutputs()));
    assertEquals("x#2", model.getSignatureDefs()[0].getOutputs()[1].getName());
  }
}
