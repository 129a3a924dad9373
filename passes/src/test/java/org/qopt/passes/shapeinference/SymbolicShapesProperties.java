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
      addOwnSymbols(end.operand(i), computed.get(i).shape(), shapes, known);
    }
    for (int i = 0; i < end.operandCount(); i++) {
      List<Long> expected =
          shapes.dims(end.operand(i)).orElseThrow().stream()
              .map(dim -> value(dim, shapes, known))
              .toList();
      assertEquals(computed.get(i).shape().dims().stream().boxed().toList(), expected);
    }
  }

  @Property
  void slicesOfFewRowsAreNotToldTooMuchOf(
      @ForAll @IntRange(min = 1, max = 5) int rows,
      @ForAll @IntRange(min = -6, max = 6) int start,
      @ForAll @IntRange(min = -6, max = 6) int end,
      @ForAll @IntRange(min = 1, max = 3) int step,
      @ForAll boolean backward) {
    FuncOp function =
        Programs.function(
            Programs.parse(
                """
                func.func @f(%%x: tensor<?xf32>) -> tensor<?xf32> {
                  %%0 = nn.concat %%x, %%x {axis = 0 : i64} : tensor<?xf32>
                  %%y = nn.slice %%0 {ends = array<i64: %d>, starts = array<i64: %d>, steps = array<i64: %d>} : tensor<?xf32>
                  return %%y : tensor<?xf32>
                }
                """
                    .formatted(end, start, backward ? -step : step)));
    SymbolicShapes shapes = SymbolicShapes.of(function);
    Map<Integer, Long> known = new HashMap<>();
    known.put(
        shapes
            .dims(function.arguments().getFirst())
            .orElseThrow()
            .getFirst()
            .symbols()
            .iterator()
            .next(),
        (long) rows);
    Shape computed =
        Interpreter.prepare(function)
            .run(List.of(Tensor.of(Shape.of(rows), new float[rows])))
            .getFirst()
            .shape();
    Value y = function.returnOp().operand(0);
    addOwnSymbols(y, computed, shapes, known);
    Dim dim = shapes.dims(y).orElseThrow().getFirst();
    assertEquals(computed.dim(0), value(dim, shapes, known), dim.toString());
  }

  // What no rule tells is a symbol of its own.
  private static void addOwnSymbols(
      Value value, Shape computed, SymbolicShapes shapes, Map<Integer, Long> known) {
    List<Dim> dims = shapes.dims(value).orElseThrow();
    for (int axis = 0; axis < dims.size(); axis++) {
      for (int symbol : dims.get(axis).symbols()) {
        if (dims.get(axis).equals(Dim.symbol(symbol)) && shapes.counted(symbol).isEmpty()) {
          known.putIfAbsent(symbol, computed.dim(axis));
        }
      }
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

  // Each step takes the result of the one before, as does a slice; all are returned.
  private static String program(Random random) {
    StringBuilder body = new StringBuilder();
    List<String> values = new ArrayList<>();
    List<String> types = new ArrayList<>();
    String last = "%x";
    for (int i = 0; i < STEPS; i++) {
      body.append("  %%y%d = %s : %s\n".formatted(i, step(random, last, i, body), IMAGE));
      last = "%y" + i;
      body.append("  %%z%d = %s : %s\n".formatted(i, slice(random, last), IMAGE));
      values.add(last);
      values.add("%z" + i);
      types.add(IMAGE);
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
      case 3 ->
          "nn.resize %s {scales = array<f32: %s, %s>}".formatted(x, scale(random), scale(random));
      case 4 -> "nn.concat %s, %s {axis = %d : i64}".formatted(x, x, 1 + random.nextInt(2));
      default -> "nn.transpose %s {permutation = array<i64: 0, 2, 1, 3>}".formatted(x);
    };
  }

  private static String scale(Random random) {
    return new String[] {"2.0", "1.0", "0.5", "1.5", "0.75", "2.5"}[random.nextInt(6)];
  }

  // Along one axis, between places at its ends or beyond them.
  private static String slice(Random random, String x) {
    Long[] places = {0L, 1L, 2L, -1L, -2L, -3L, Long.MAX_VALUE, Long.MIN_VALUE};
    long step = 1 + random.nextInt(3);
    return "nn.slice %s {axes = array<i64: %d>, ends = array<i64: %d>, starts = array<i64: %d>, steps = array<i64: %d>}"
        .formatted(
            x,
            1 + random.nextInt(2),
            places[random.nextInt(places.length)],
            places[random.nextInt(places.length)],
            random.nextBoolean() ? -step : step);
  }

  private static String pair(Random random, int least, int most) {
    return "array<i64: %d, %d>"
        .formatted(
            least + random.nextInt(most - least + 1), least + random.nextInt(most - least + 1));
  }
}
