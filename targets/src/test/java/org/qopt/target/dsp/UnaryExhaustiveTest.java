package org.qopt.target.dsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.qopt.ir.Operation;
import org.qopt.ir.interpret.Interpreter;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.passes.annotate.QuantAnnotatePass;
import org.qopt.passes.bind.BindCalibrationPass;
import org.qopt.target.Programs;
import org.qopt.target.dsp.legalize.LegalizeToDspPass;

/** Functions of one variable, legalized, on every number of 8 bits and of many exponents. */
class UnaryExhaustiveTest {
  private static final int LEAST = -16;
  private static final int LARGEST = 3;
  private static final int MANTISSAS = 255;

  /**
   * A function.
   *
   * @param op the operation as text, without its type
   * @param exact what it computes
   * @param error how far the result may be off before it is packed
   * @param coarsest the largest exponent of an input, for which the ends that it is cut to are
   *     whole numbers: they are rounded to it
   */
  private record Unary(
      String op, DoubleUnaryOperator exact, DoubleUnaryOperator error, int coarsest) {
    Unary(String op, DoubleUnaryOperator exact, DoubleUnaryOperator error) {
      this(op, exact, error, LARGEST);
    }

    @Override
    public String toString() {
      return op;
    }
  }

  private static final List<Unary> FUNCTIONS =
      List.of(
          new Unary("nn.relu %x", x -> Math.max(0, x), _ -> 0),
          new Unary("nn.relu6 %x", x -> Math.clamp(x, 0.0, 6.0), _ -> 0, 1),
          new Unary(
              "nn.clamp %x {max = 0.75 : f32, min = -1.5 : f32}",
              x -> Math.clamp(x, -1.5, 0.75), _ -> 0, -2),
          new Unary("nn.sigmoid %x", x -> 1 / (1 + Math.exp(-x)), _ -> 1.3e-4),
          new Unary("nn.tanh %x", Math::tanh, _ -> 2.5e-4),
          new Unary(
              "nn.hard_sigmoid %x {alpha = 0.25 : f32, beta = 0.5 : f32}",
              x -> Math.clamp(0.25 * x + 0.5, 0.0, 1.0), _ -> 6.2e-5),
          new Unary(
              "nn.hard_swish %x",
              x -> x * Math.clamp(x / 6 + 0.5, 0.0, 1.0), x -> 6.2e-5 * Math.abs(x)));

  static List<Arguments> cases() {
    return List.of("dsp8-block16", "mxint8").stream()
        .flatMap(profile -> FUNCTIONS.stream().map(f -> Arguments.of(profile, f)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyNumberIsRoundedOnce(String profile, Unary function) {
    int rows = (function.coarsest() - LEAST + 1) * MANTISSAS;
    Operation module =
        Programs.read(
            "func.func @main(%%x: tensor<%1$dx1xf32>) -> tensor<%1$dx1xf32> {\n%%y = %2$s : tensor<%1$dx1xf32>\nreturn %%y : tensor<%1$dx1xf32>\n}"
                .formatted(rows, function.op()));
    Programs.run(new QuantAnnotatePass(profile), module, Optional.empty());
    Programs.run(new BindCalibrationPass(Optional.empty()), module, Optional.empty());
    Programs.run(new LegalizeToDspPass(), module, Optional.empty());
    int[] mantissas = new int[rows];
    int[] exponents = new int[rows];
    for (int i = 0; i < rows; i++) {
      mantissas[i] = i % MANTISSAS - MANTISSAS / 2;
      exponents[i] = LEAST + i / MANTISSAS;
    }
    // A number by itself is a block.
    Tensor input =
        Tensor.of(Shape.of(rows, 1), mantissas)
            .cast(ElementKind.I8)
            .withExponents(Tensor.of(Shape.of(rows, 1), exponents).cast(ElementKind.I16));
    Tensor found = Interpreter.prepare(Programs.function(module)).run(List.of(input)).getFirst();
    Tensor foundExponents = found.exponents().orElseThrow();
    for (int i = 0; i < rows; i++) {
      double x = Math.scalb((double) mantissas[i], exponents[i]);
      double step = Math.scalb(1.0, (int) foundExponents.integer(i));
      double error = function.error().applyAsDouble(x);
      // An exact result keeps its bits; any other is off by half a step, or one where the largest
      // mantissa is cut.
      double slack = error == 0 ? 0 : error + step;
      assertEquals(function.exact().applyAsDouble(x), found.integer(i) * step, slack, "of " + x);
    }
  }
}
