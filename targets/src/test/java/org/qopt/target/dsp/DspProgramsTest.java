package org.qopt.target.dsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.qopt.dialect.bfp.BlockType;
import org.qopt.dialect.bfp.Packing;
import org.qopt.dialect.bfp.Unpacking;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.interpret.Interpreter;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;
import org.qopt.ir.verify.Verifier;
import org.qopt.passes.annotate.QuantAnnotatePass;
import org.qopt.passes.bind.BindCalibrationPass;
import org.qopt.passes.bind.CalibrationTable;
import org.qopt.target.Programs;
import org.qopt.target.dsp.legalize.LegalizeToDspPass;

/** Programs of one operation each, of unusual shapes, through all stages and against float. */
class DspProgramsTest {
  private static final String IMAGE = "3x7x6x6";

  /** The operation, the shape of its result, and further constants: {@code %w} and {@code %b}. */
  private record Case(String operation, String result, String filter, int bias) {
    String text() {
      StringBuilder body = new StringBuilder();
      if (!filter.isEmpty()) {
        body.append(constant("w", filter)).append(constant("b", Integer.toString(bias)));
      }
      return """
      func.func @main(%%x: tensor<%sxf32>) -> tensor<%sxf32> {
      %s  %%y = %s : tensor<%sxf32>
        return %%y : tensor<%sxf32>
      }
      """
          .formatted(IMAGE, result, body, operation, result, result);
    }

    private static String constant(String name, String shape) {
      Random random = new Random(shape.hashCode());
      return "  %%%s = nn.constant {value = %s : tensor<%sxf32>} : tensor<%sxf32>\n"
          .formatted(name, "dense<" + nested(shape.split("x"), 0, random) + ">", shape, shape);
    }

    private static String nested(String[] shape, int axis, Random random) {
      if (axis == shape.length) {
        return Float.toString(random.nextFloat() - 0.5f);
      }
      List<String> parts = new ArrayList<>();
      for (int i = 0; i < Integer.parseInt(shape[axis]); i++) {
        parts.add(nested(shape, axis + 1, random));
      }
      return "[" + String.join(", ", parts) + "]";
    }
  }

  private static Case of(String operation, String result) {
    return new Case(operation, result, "", 0);
  }

  private static final List<Case> CASES =
      List.of(
          new Case(
              "nn.conv2d %x, %w, %b {dilations = array<i64: 2, 1>, groups = 3 : i64, padding = array<i64: 2, 0, 1, 0>, strides = array<i64: 1, 2>}",
              "3x5x3x9", "9x3x2x2", 9),
          new Case(
              "nn.depthwise_conv2d %x, %w, %b {activation = \"relu\", padding = array<i64: 0, 1, 1, 1>}",
              "3x7x6x12", "1x2x3x12", 12),
          new Case("nn.fully_connected %x, %w, %b", "3x7x6x11", "11x6", 11),
          of("nn.add %x, %x {activation = \"relu6\"}", IMAGE),
          of("nn.mul %x, %x", IMAGE),
          of("nn.clamp %x {max = 1.25 : f32, min = -0.7 : f32}", IMAGE),
          of(
              "nn.avg_pool2d %x {kernel = array<i64: 3, 2>, padding = array<i64: 1, 2, 0, 1>, strides = array<i64: 2, 1>}",
              "3x4x6x6"),
          of(
              "nn.max_pool2d %x {kernel = array<i64: 2, 3>, padding = array<i64: 1, 0, 0, 2>}",
              "3x7x6x6"),
          of("nn.mean %x {axes = array<i64: -1, 0>}", "7x6"),
          of("nn.softmax %x {beta = 1.5 : f32}", IMAGE),
          of("nn.sigmoid %x", IMAGE),
          of("nn.tanh %x", IMAGE),
          of("nn.hard_swish %x", IMAGE),
          of("nn.hard_sigmoid %x {alpha = -0.3 : f32, beta = 0.25 : f32}", IMAGE),
          of("nn.transpose %x {permutation = array<i64: 3, 0, 2, 1>}", "6x3x6x7"),
          of("nn.reshape %x {shape = array<i64: 4, -1>}", "4x189"),
          of("nn.concat %x, %x {axis = 3 : i64}", "3x7x6x12"),
          of(
              "nn.slice %x {axes = array<i64: 3, 1>, ends = array<i64: -7, 7>, starts = array<i64: -1, 2>, steps = array<i64: -2, 3>}",
              "3x2x6x3"),
          of(
              "nn.resize %x {coordinates = \"half_pixel\", rounding = \"half_down\", sizes = array<i64: 9, 4>}",
              "3x9x4x6"),
          of(
              "nn.resize %x {coordinates = \"half_pixel\", mode = \"bilinear\", sizes = array<i64: 9, 4>}",
              "3x9x4x6"),
          of(
              "nn.resize %x {coordinates = \"align_corners\", mode = \"bilinear\", sizes = array<i64: 7, 13>}",
              "3x7x13x6"),
          of(
              "nn.pad %x {padding = array<i64: 0, 0, 1, 0, 0, 2, 3, 0>, value = -1.5 : f32}",
              "3x8x8x9"));

  static List<Arguments> programs() {
    List<Arguments> all = new ArrayList<>();
    for (DspProfile profile : DspProfile.ALL) {
      CASES.forEach(program -> all.add(Arguments.of(profile.quant().name(), program)));
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("programs")
  void aLegalProgramIsAsCloseToFloatAsItsMantissasAllow(String profile, Case program) {
    Operation module = Programs.read(program.text());
    Tensor input = input();
    Tensor expected = run(module, input);
    CalibrationTable ranges = Programs.calibrate(module, List.of(input));
    Programs.run(new QuantAnnotatePass(profile), module, Optional.empty());
    Programs.run(new BindCalibrationPass(Optional.empty()), module, Optional.of(ranges));
    Tensor bound = run(module, input);
    Programs.run(new LegalizeToDspPass(), module, Optional.empty());
    Diagnostics diagnostics = new Diagnostics();
    Verifier.verify(module, diagnostics);
    diagnostics.throwIfErrors();
    Tensor found = run(module, input);
    // The operand and the result are rounded, and so is a product of weights on the way.
    double step = profile.equals("dsp16") ? 0x1p-13 : 0x1p-5;
    double largest = largest(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.real(i), found.real(i), 3 * step * largest, "against float");
      assertEquals(bound.real(i), found.real(i), 2 * step * largest, "against the QDQ form");
    }
    assertTrue(largest > 0);
  }

  private static Tensor input() {
    Random random = new Random(7);
    float[] values = new float[3 * 7 * 6 * 6];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (2 * random.nextGaussian());
    }
    return Tensor.of(Shape.of(3, 7, 6, 6), values);
  }

  /** Real numbers in and out. */
  private static Tensor run(Operation module, Tensor input) {
    FuncOp function = Programs.function(module);
    Tensor argument =
        block(function.type().inputs().getFirst())
            .map(type -> new Packing(type, input.shape()).pack(input.floats()))
            .orElse(input);
    Tensor result = Interpreter.prepare(function).run(List.of(argument)).getFirst();
    return block(function.type().results().getFirst())
        .map(type -> new Unpacking(type, result.shape()).real(result))
        .orElse(result);
  }

  private static Optional<BlockType> block(Type type) {
    return BlockType.of(((TensorType) type).elementType());
  }

  private static double largest(Tensor tensor) {
    double largest = 0;
    for (int i = 0; i < tensor.size(); i++) {
      largest = Math.max(largest, Math.abs(tensor.real(i)));
    }
    return largest;
  }
}
