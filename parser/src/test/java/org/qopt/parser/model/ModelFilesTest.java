package org.qopt.parser.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.qopt.parser.model.Programs.assertValid;
import static org.qopt.parser.model.Programs.fault;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.qopt.dialect.builtin.ModuleOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Operation;
import org.qopt.parser.onnx.OnnxReader;
import org.qopt.parser.tflite.TfliteReader;

/** Files as the readers meet them: real models, and what is none. */
class ModelFilesTest {
  @TempDir private Path folder;

  private enum Reader {
    TFLITE {
      @Override
      Operation read(Path file) {
        return TfliteReader.read(file);
      }
    },
    ONNX {
      @Override
      Operation read(Path file) {
        return OnnxReader.read(file, Map.of());
      }
    };

    abstract Operation read(Path file);
  }

  private static Stream<Reader> readers() {
    return Stream.of(Reader.values());
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "dscnn_kws_fp32.tflite; tensor<1x49x10x1xf32>; tensor<1x12xf32>",
        "resnet8_cifar10_fp32.tflite; tensor<1x32x32x3xf32>; tensor<1x10xf32>",
        "dscnn_kws_int8_reference.tflite; tensor<1x49x10x1x!quant.uniform<i8:f32, 0.5847029:83>>; tensor<1x12x!quant.uniform<i8:f32, 0.00390625:-128>>",
        "resnet8_cifar10_int8_reference.tflite; tensor<1x32x32x3x!quant.uniform<i8:f32, 1.0:-128>>; tensor<1x10x!quant.uniform<i8:f32, 0.00390625:-128>>"
      },
      delimiter = ';')
  void realModelsAreValidPrograms(String name, String input, String output) {
    String suffix = name.startsWith("resnet8_cifar10_int8") ? "_int8" : "";
    Operation module = TfliteReader.read(asset(name));
    assertValid(module);
    FuncOp main = new FuncOp(new ModuleOp(module).opsOf(FuncOp.DEF).getFirst());
    assertEquals("(" + input + ") -> " + output, main.type().toString());
    assertEquals("input_1" + suffix, main.arguments().getFirst().name().orElseThrow());
    assertEquals("Identity" + suffix, main.returnOp().operand(0).name().orElseThrow());
  }

  private static Path asset(String name) {
    String assets = System.getProperty("qopt.test.assets", "");
    assumeTrue(!assets.isEmpty(), "qopt.test.assets names no folder with models");
    return Path.of(assets, "models", name);
  }

  @ParameterizedTest
  @MethodSource("readers")
  void missingFilesAreNamed(Reader reader) {
    Path file = folder.resolve("missing");
    assertEquals(
        "\"" + file + "\":0:0: cannot read: no such file or directory",
        fault(() -> reader.read(file)));
  }

  @ParameterizedTest
  @MethodSource("readers")
  void foldersAreRefused(Reader reader) {
    assertEquals(
        "\"" + folder + "\":0:0: cannot read: is a directory", fault(() -> reader.read(folder)));
  }

  @ParameterizedTest
  @MethodSource("readers")
  void emptyFilesAreRefused(Reader reader) throws IOException {
    Path file = Files.createFile(folder.resolve("empty"));
    assertEquals("\"" + file + "\":0:0: the file is empty", fault(() -> reader.read(file)));
  }

  @ParameterizedTest
  @MethodSource("readers")
  void giantFilesAreRefusedUnread(Reader reader) throws IOException {
    Path file = folder.resolve("giant");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(3L << 30);
    }
    assertEquals(
        "\"" + file + "\":0:0: the file has 3221225472 bytes; the format allows less than 2 GiB",
        fault(() -> reader.read(file)));
  }

  @Test
  void textIsNoModel() throws IOException {
    Path file = Files.writeString(folder.resolve("text"), "module {\n}\n".repeat(3));
    assertEquals(
        "\"" + file + "\":0:0: not a valid ONNX model: the file is truncated or corrupt",
        fault(() -> OnnxReader.read(file, Map.of())));
    assertEquals(
        "\""
            + file
            + "\":0:0: not a TensorFlow Lite model: bytes 4 to 7 are not the identifier \"TFL3\"",
        fault(() -> TfliteReader.read(file)));
  }
}
