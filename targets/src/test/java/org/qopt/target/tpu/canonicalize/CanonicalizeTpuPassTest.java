package org.qopt.target.tpu.canonicalize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.qopt.ir.Operation;
import org.qopt.ir.interpret.Interpreter;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.target.Programs;
import org.qopt.target.tpu.legalize.LegalizeToTpuPass;

/** No byte of any result changes, of all 256 that the input may hold. */
class CanonicalizeTpuPassTest {
  private static final int PROGRAMS = 300;
  private static final byte[] ALL = new byte[256];

  static {
    for (int i = 0; i < ALL.length; i++) {
      ALL[i] = (byte) (i + Byte.MIN_VALUE);
    }
  }

  @Test
  void rescales() {
    Random random = new Random(1);
    int merged = 0;
    for (int i = 0; i < PROGRAMS; i++) {
      String x = type(random, 1);
      String a = type(random, random.nextBoolean() ? 0.3 : 1);
      String y = type(random, 1);
      Operation module =
          legalized(
              """
              func.func @f(%%x: tensor<256x%1$s>) -> tensor<256x%3$s> {
                %%p = quant.dcast %%x : tensor<256xf32>
                %%a = quant.qcast %%p : tensor<256x%2$s>
                %%q = quant.dcast %%a : tensor<256xf32>
                %%y = quant.qcast %%q : tensor<256x%3$s>
                return %%y : tensor<256x%3$s>
              }
              """
                  .formatted(x, a, y));
      merged += unchanged(module) ? 1 : 0;
    }
    int count = merged;
    assertTrue(count > 5 && count < PROGRAMS, () -> count + " of " + PROGRAMS);
  }

  @Test
  void clamps() {
    Random random = new Random(2);
    int folded = 0;
    for (int i = 0; i < PROGRAMS; i++) {
      String y = type(random, 1);
      double bound = random.nextDouble() * 3;
      Operation module =
          legalized(
              """
              func.func @f(%%x: tensor<256x%1$s>) -> tensor<256x%2$s> {
                %%p = quant.dcast %%x : tensor<256xf32>
                %%a = nn.%3$s : tensor<256xf32>
                %%q = quant.qcast %%a : tensor<256x%2$s>
                %%r = quant.dcast %%q : tensor<256xf32>
                %%b = nn.clamp %%r {min = %4$s : f32, max = %5$s : f32} : tensor<256xf32>
                %%y = quant.qcast %%b : tensor<256x%2$s>
                return %%y : tensor<256x%2$s>
              }
              """
                  .formatted(
                      type(random, 1),
                      y,
                      random.nextBoolean() ? "mul %p, %p" : "relu %p",
                      -bound,
                      bound));
      folded += unchanged(module) ? 1 : 0;
    }
    assertEquals(PROGRAMS, folded);
  }

  private static String type(Random random, double factor) {
    float scale = (float) (0.02 * factor * Math.pow(2, random.nextInt(3)));
    return "!quant.uniform<i8:f32, %s:%d>".formatted(scale, random.nextInt(41) - 20);
  }

  private static Operation legalized(String text) {
    Operation module = Programs.read(text);
    Programs.run(new LegalizeToTpuPass(), module, Optional.empty());
    return module;
  }

  /** {@return whether the program became shorter}; fails if a result changed */
  private static boolean unchanged(Operation module) {
    String before = Programs.text(module);
    Tensor expected = result(module);
    Programs.run(new CanonicalizeTpuPass(), module, Optional.empty());
    assertEquals(expected, result(module), before);
    return Programs.text(module).lines().count() < before.lines().count();
  }

  private static Tensor result(Operation module) {
    return Interpreter.prepare(Programs.function(module))
        .run(List.of(Tensor.of(Shape.of(256), ALL)))
        .getFirst();
  }
}
