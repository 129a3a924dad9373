package org.qopt.passes.shapeinference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.interpret.Interpreter;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.passes.Programs;
import org.qopt.passes.shapeinference.SymbolicShapes.Positions;

/** What is known of shapes as symbols, held against the shapes that programs compute. */
final class SymbolicShapesProperties {
  private static final String IMAGE = "tensor<1x?x?x2xf32>";

  // Few enough that the last window still fits what the others left.
  private static final int STEPS = 4;

  @Property(tries = 100)
  void symbolsAreWhatIsComputed(
      @ForAll long seed,
      @ForAll @IntRange(min = 100, max = 120) int height,
      @ForAll @IntRange(min = 100, max = 120) int width) {
    FuncOp function = Programs.function(Programs.parse(program(new Random(seed))));
    Value image = function.arguments().getFirst();
    Shape shape = Shape.of(1, height, width, 2);
    SymbolicShapes shapes = SymbolicShapes.of(function);
    Map<Integer, Long> known = new HashMap<>();
    for (int axis = 1; axis <= 2; axis++) {
      Dim dim = shapes.dims(image).orElseThrow().get(axis);
      known.put(dim.symbols().iterator().next(), shape.dim(axis));
    }
    List<Tensor> computed =
        Interpreter.prepare(function)
            .run(List.of(Tensor.of(shape, new float[(int) shape.elements()])));
    Operation end = function.returnOp();
    for (int i = 0; i < end.operandCount(); i++) {
      List<Long> expected =
          shapes.dims(end.operand(i)).orElseThrow().stream()
              .map(dim -> value(dim, shapes, known))
              .toList();
      assertEquals(computed.get(i).shape().dims().stream().boxed().toList(), expected);
    }
  }

  private static long value(Dim dim, SymbolicShapes shapes, Map<Integer, Long> known) {
    return dim.terms().entrySet().stream()
        .mapToLong(
            term ->
                term.getKey().stream()
                    .map(symbol -> value(symbol, shapes, known))
                    .reduce(term.getValue(), (a, b) -> a * b))
        .sum();
  }

  private static long value(int symbol, SymbolicShapes shapes, Map<Integer, Long> known) {
    Optional<Positions> counted = shapes.counted(symbol);
    return counted.isPresent()
        ? value(counted.get().way(), shapes, known) / counted.get().step() + 1
        : known.get(symbol);
  }

  // Each step takes the result of the one before; all are returned.
  private static String program(Random random) {
    StringBuilder body = new StringBuilder();
    List<String> values = new ArrayList<>();
    List<String> types = new ArrayList<>();
    String last = "%x";
    for (int i = 0; i < STEPS; i++) {
      body.append("  %%y%d = %s : %s\n".formatted(i, step(random, last, i, body), IMAGE));
      last = "%y" + i;
      values.add(last);
      types.add(IMAGE);
    }
    return "func.func @f(%%x: %s) -> (%s) {\n%s  return %s : %s\n}\n"
        .formatted(
            IMAGE,
            String.join(", ", types),
            body,
            String.join(", ", values),
            String.join(", ", types));
  }

  private static String step(Random random, String x, int index, StringBuilder body) {
    int k = 1 + random.nextInt(2);
    String strides = "strides = " + pair(random, 1, 3);
    String padding =
        "padding = array<i64: %d, %d, %d, %d>"
            .formatted(random.nextInt(k), random.nextInt(k), random.nextInt(k), random.nextInt(k));
    return switch (random.nextInt(6)) {
      case 0 -> {
        body.append(
            "  %%w%d = nn.constant {value = dense<0.5> : tensor<2x%dx%dx2xf32>} : tensor<2x%dx%dx2xf32>\n"
                .formatted(index, k, k, k, k));
        yield "nn.conv2d %s, %%w%d {dilations = %s, %s, %s}"
            .formatted(x, index, pair(random, 1, 2), padding, strides);
      }
      case 1 ->
          "nn.max_pool2d %s {kernel = array<i64: %d, %d>, %s, %s}"
              .formatted(x, k, k, padding, strides);
      case 2 ->
          "nn.avg_pool2d %s {kernel = array<i64: %d, %d>, %s, %s}"
              .formatted(x, k, k, padding, strides);
      case 3 -> "nn.resize %s {scales = array<f32: 2.0, 1.0>}".formatted(x);
      case 4 -> "nn.concat %s, %s {axis = %d : i64}".formatted(x, x, 1 + random.nextInt(2));
      default -> "nn.transpose %s {permutation = array<i64: 0, 2, 1, 3>}".formatted(x);
    };
  }

  private static String pair(Random random, int least, int most) {
    return "array<i64: %d, %d>"
        .formatted(
            least + random.nextInt(most - least + 1), least + random.nextInt(most - least + 1));
  }
}
