package org.qopt.peers.c;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qopt.ir.Dialects;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.verify.Verifier;
import org.qopt.parser.qir.QirReader;
import org.qopt.parser.qir.ReadOptions;
import org.qopt.peers.CCompiler;
import org.qopt.target.c.CExporter;
import org.qopt.target.dsp.dialect.LookupOp;
import org.qopt.target.dsp.export.c.DspLowering;
import org.qopt.target.dsp.numerics.FunctionTable;
import org.qopt.target.export.ExportRequest;
import org.qopt.target.export.ExportedFile;

/** Every operation of dsp on block floating-point numbers of all kinds, not only the profiles'. */
class BlockOperationsPeerTest {
  private static final int RUNS = 8;

  private static final String PROGRAM =
      """
      func.func @main(%x: tensor<2x4x5x6xX>, %r: tensor<5x6xR>) -> (tensor<2x4x5x6xR>, tensor<2x4x5x6xR>, tensor<2x4x5x6xR>, tensor<2x4x5x6xR>, tensor<2x4x5x6xR>, tensor<2x4x5x6xR>, tensor<2x2x5x6xR>, tensor<2x2x5x6xR>, tensor<4x5xR>, tensor<2x6xR>, tensor<2x2x3x4xR>, tensor<2x2x5x12xR>, tensor<2x4x5x7xR>, tensor<2x5x7x7xX>, tensor<2x4x5x12xX>, tensor<2x2x5x3xX>, tensor<6x2x5x4xX>, tensor<15x16xX>, tensor<2x8x7x4xR>, tensor<2x5x3x6xX>) {
        %sum = dsp.add %x, %r {accumulator = 40 : i32, activation = "bounded", clamp = array<i32: -900, 1000>, clamp_exponent = -9 : i32, guard = 7 : i32} : tensor<2x4x5x6xR>
        %dif = dsp.sub %r, %x {accumulator = 40 : i32, guard = 3 : i32} : tensor<2x4x5x6xR>
        %prod = dsp.mul %x, %r {activation = "bounded", clamp = array<i32: 0, 2147483647>, clamp_exponent = -9 : i32} : tensor<2x4x5x6xR>
        %req = dsp.requantize %x {activation = "bounded", clamp = array<i32: 0, 3072>, clamp_exponent = -9 : i32} : tensor<2x4x5x6xR>
        %look = dsp.lookup %x {function = "tanh", input_exponent = -12 : i32, table = TABLE, table_exponent = -14 : i32} : tensor<2x4x5x6xR>
        %soft = dsp.softmax %x {guard = 2 : i32, multiplier = 1549082005 : i32, multiplier_exponent = -30 : i32} : tensor<2x4x5x6xR>
        %max = dsp.max_pool2d %x {accumulator = 40 : i32, guard = 4 : i32, kernel = array<i64: 3, 2>, padding = array<i64: 1, 0, 1, 0>, strides = array<i64: 2, 1>} : tensor<2x2x5x6xR>
        %avg = dsp.avg_pool2d %x {accumulator = 40 : i32, guard = 4 : i32, kernel = array<i64: 3, 2>, padding = array<i64: 1, 0, 1, 0>, strides = array<i64: 2, 1>} : tensor<2x2x5x6xR>
        %rows = dsp.mean %x {accumulator = 40 : i32, axes = array<i64: 0, 3>, guard = 5 : i32} : tensor<4x5xR>
        %pixels = dsp.mean %x {accumulator = 40 : i32, axes = array<i64: 1, 2>, guard = 5 : i32} : tensor<2x6xR>
        %cw = bfp.constant {EXPONENTS2value = dense<CONV> : tensor<4x2x3x3xi8>} : tensor<4x2x3x3xW>
        %cb = bfp.constant {value = dense<[700, -900, 32767, 1]> : tensor<4xi16>} : tensor<4x!bfp.block<i16, tensor, -14, half_up, symmetric, floor>>
        %conv = dsp.conv2d %x, %cw, %cb {accumulator = 40 : i32, dilations = array<i64: 2, 1>, groups = 2 : i64, guard = 2 : i32, strides = array<i64: 1, 1>} : tensor<2x2x3x4xR>
        %dw = bfp.constant {EXPONENTS3value = dense<DEPTH> : tensor<1x2x2x12xi8>} : tensor<1x2x2x12xW>
        %depth = dsp.depthwise_conv2d %x, %dw {accumulator = 40 : i32, guard = 2 : i32, padding = array<i64: 0, 1, 1, 0>, strides = array<i64: 2, 1>} : tensor<2x2x5x12xR>
        %fw = bfp.constant {EXPONENTS4value = dense<FULL> : tensor<7x6xi8>} : tensor<7x6xW>
        %full = dsp.fully_connected %x, %fw {accumulator = 40 : i32, guard = 2 : i32} : tensor<2x4x5x7xR>
        %pad = dsp.pad %x {padding = array<i64: 0, 0, 1, 0, 0, 2, 1, 0>, value = 3 : i32, value_exponent = -3 : i32} : tensor<2x5x7x7xX>
        %cat = dsp.concat %x, %x {axis = 3 : i64} : tensor<2x4x5x12xX>
        %part = dsp.slice %x {axes = array<i64: 1, 3>, ends = array<i64: -5, 6>, starts = array<i64: 3, 1>, steps = array<i64: -2, 2>} : tensor<2x2x5x3xX>
        %turned = dsp.transpose %x {permutation = array<i64: 3, 0, 2, 1>} : tensor<6x2x5x4xX>
        %flat = dsp.reshape %x {shape = array<i64: 15, 16>} : tensor<15x16xX>
        %spread = dsp.conv2d_transpose %x, %cw, %cb {accumulator = 40 : i32, dilations = array<i64: 1, 2>, groups = 2 : i64, guard = 2 : i32, output_padding = array<i64: 1, 0>, padding = array<i64: 0, 1, 2, 0>, strides = array<i64: 2, 1>} : tensor<2x8x7x4xR>
        %resized = dsp.resize %x {columns = array<i32: 4, 2, 0>, rows = array<i32: 0, 0, 1, 3, 3>} : tensor<2x5x3x6xX>
        return %sum, %dif, %prod, %req, %look, %soft, %max, %avg, %rows, %pixels, %conv, %depth, %full, %pad, %cat, %part, %turned, %flat, %spread, %resized : tensor<2x4x5x6xR>, tensor<2x4x5x6xR>, tensor<2x4x5x6xR>, tensor<2x4x5x6xR>, tensor<2x4x5x6xR>, tensor<2x4x5x6xR>, tensor<2x2x5x6xR>, tensor<2x2x5x6xR>, tensor<4x5xR>, tensor<2x6xR>, tensor<2x2x3x4xR>, tensor<2x2x5x12xR>, tensor<2x4x5x7xR>, tensor<2x5x7x7xX>, tensor<2x4x5x12xX>, tensor<2x2x5x3xX>, tensor<6x2x5x4xX>, tensor<15x16xX>, tensor<2x8x7x4xR>, tensor<2x5x3x6xX>
      }
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "i8, block(4), dynamic, half_even, full, floor; i8, block(4), dynamic, half_up, full, ceil",
        "i16, tensor, dynamic, half_up, symmetric, nearest; i8, block(5), dynamic, half_even, symmetric, nearest",
        "i16, block(all), dynamic, truncate, full, ceil; i16, tensor, dynamic, truncate, symmetric, floor",
        "i8, block(1), dynamic, half_up, symmetric, floor; i16, block(3), dynamic, half_even, full, floor",
        "i8, block(5), dynamic, half_up, full, nearest; i16, tensor, -9, half_even, symmetric, floor"
      })
  void computesWhatTheInterpreterDoes(String operand, String result) throws IOException {
    List<CCompiler> compilers = CCompiler.found();
    assumeFalse(compilers.isEmpty(), "there is no C compiler");
    Random random = new Random(result.hashCode());
    String text = program(operand, result, random);
    Files.writeString(folder.resolve("legal.qir"), text);
    Operation module =
        QirReader.read(text, "test.qir", Dialects.load(), ReadOptions.STRICT).module();
    Diagnostics faults = new Diagnostics();
    Verifier.verify(module, faults);
    faults.throwIfErrors();
    List<ExportedFile> files =
        new CExporter(new DspLowering())
            .export(
                module,
                new ExportRequest("program", false, ImmutableMap.of("emit-main", "true"), faults));
    for (ExportedFile file : files) {
      Files.write(folder.resolve("program." + file.extension()), file.content());
    }
    LegalProgram legal = new LegalProgram(folder, "legal.qir");
    legal.assertCompiledSame(
        compilers.get(random.nextInt(compilers.size())),
        CCompiler.SANITIZED,
        legal.randomInputs(RUNS, random));
  }

  private static String program(String operand, String result, Random random) {
    String weights = "!bfp.block<i8, block(2), dynamic, half_up, symmetric, floor>";
    return PROGRAM
        .replace("TABLE", LookupOp.attribute(FunctionTable.tanh().table()).toString())
        .replace("CONV", nested(random, 127, 4, 2, 3, 3))
        .replace("DEPTH", nested(random, 127, 1, 2, 2, 12))
        .replace("FULL", nested(random, 127, 7, 6))
        .replace("EXPONENTS2", exponents(random, 4, 2, 3, 2))
        .replace("EXPONENTS3", exponents(random, 1, 2, 2, 6))
        .replace("EXPONENTS4", exponents(random, 7, 3))
        .replace("xX>", "x!bfp.block<" + operand + ">>")
        .replace("xR>", "x!bfp.block<" + result + ">>")
        .replace("xW>", "x" + weights + ">");
  }

  private static String exponents(Random random, int... dims) {
    String shape =
        IntStream.of(dims).mapToObj(dim -> dim + "x").collect(Collectors.joining()) + "i16";
    return "exponents = dense<%s> : tensor<%s>, ".formatted(nested(random, 12, dims), shape);
  }

  private static String numbers(int count, int largest, Random random) {
    return IntStream.range(0, count)
        .mapToObj(_ -> Integer.toString(random.nextInt(-largest, largest + 1)))
        .collect(Collectors.joining(", "));
  }

  private static String nested(Random random, int largest, int... dims) {
    if (dims.length == 1) {
      return "[" + numbers(dims[0], largest, random) + "]";
    }
    int[] inner = Arrays.copyOfRange(dims, 1, dims.length);
    return IntStream.range(0, dims[0])
        .mapToObj(_ -> nested(random, largest, inner))
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
