package org.qopt.target.cpu.canonicalize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qopt.dialect.func.MainFunction;
import org.qopt.ir.Dialects;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.interpret.Interpreter;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.parser.qir.QirReader;
import org.qopt.parser.qir.ReadOptions;
import org.qopt.pass.PassContext;

/** What is computed from all 256 bytes is the same before and after. */
class CanonicalizeCpuPassTest {
  private static final Dialects DIALECTS = Dialects.load();
  private static final String BYTES = "tensor<256x!quant.uniform<i8:f32, 0.037:-3>>";

  @Test
  void cutsInARow() {
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      assertSame(
          1,
          "%%a = cpu.clamp %%x {bounds = array<i8: %s>} : %s\n%%y = cpu.clamp %%a {bounds = array<i8: %s>} : %s"
              .formatted(bounds(random), BYTES, bounds(random), BYTES));
    }
  }

  private static String bounds(Random random) {
    int a = random.nextInt(256) - 128;
    int b = random.nextInt(256) - 128;
    return Math.min(a, b) + ", " + Math.max(a, b);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%a = cpu.dequantize %x : tensor<256xf32>\n%y = cpu.quantize %a : BYTES",
        "%a = cpu.relabel %x : tensor<256x!quant.uniform<i8:f32, 0.5>>\n%y = cpu.relabel %a : BYTES",
        "%y = cpu.clamp %x {bounds = array<i8: -128, 127>} : BYTES",
        "%a = cpu.reshape %x {shape = array<i64: 16, 16>} : tensor<16x16x!quant.uniform<i8:f32, 0.037:-3>>\n"
            + "%y = cpu.reshape %a {shape = array<i64: 256>} : BYTES",
      })
  void whatChangesNothing(String body) {
    assertSame(0, body.replace("BYTES", BYTES));
  }

  /** Asserts the number of operations that are left and what they compute. */
  private static void assertSame(int left, String body) {
    String text =
        "func.func @main(%x: "
            + BYTES
            + ") -> "
            + BYTES
            + " {\n"
            + body
            + "\nreturn %y : "
            + BYTES
            + "\n}";
    Operation module = QirReader.read(text, "test.qir", DIALECTS, ReadOptions.STRICT).module();
    byte[] before = run(module);
    new CanonicalizeCpuPass().run(module, PassContext.of(DIALECTS, new Diagnostics()));
    assertTrue(MainFunction.of(module).entry().operations().size() <= left + 1, body);
    assertArrayEquals(before, run(module), body);
  }

  private static byte[] run(Operation module) {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    return Interpreter.prepare(MainFunction.of(module))
        .run(List.of(Tensor.of(Shape.of(256), all)))
        .getFirst()
        .bytes();
  }
}
