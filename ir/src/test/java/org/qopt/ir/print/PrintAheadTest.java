package org.qopt.ir.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qopt.dialect.builtin.ModuleOp;
import org.qopt.ir.Block;
import org.qopt.ir.Operation;
import org.qopt.ir.OperationState;
import org.qopt.ir.attribute.DialectAttribute;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.location.UnknownLocation;
import org.qopt.ir.type.FloatType;

/** What two threads write is what one writes. */
class PrintAheadTest {
  private static Operation chain(int length) {
    ModuleOp module = ModuleOp.create(UnknownLocation.UNKNOWN);
    fill(module.body(), length);
    return module.operation();
  }

  // Of a long block, every thousandth operation holds a block of its own, the first a long one.
  private static void fill(Block block, int length) {
    Operation before = new Operation(state("first"));
    block.append(before);
    for (int i = 1; i < length; i++) {
      OperationState state = state("number " + i).addOperands(before.result(0));
      boolean nested = length > 4300 && i % 1000 == 1;
      Operation operation = new Operation(nested ? state.regions(1) : state);
      if (nested) {
        fill(operation.region(0).addBlock(), i == 1 ? 4200 : 3);
      }
      block.append(operation);
      before = operation;
    }
  }

  private static OperationState state(String text) {
    return OperationState.of("test.op", Optional.empty(), UnknownLocation.UNKNOWN)
        .set("text", new StringAttr(text))
        .addResults(List.of(FloatType.F32));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4095, 4096, 4097, 6144, 10_001})
  void aStreamGetsTheTextThatOneThreadWrites(int length) throws IOException {
    Operation module = chain(length);
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    Printer.print(module, PrintOptions.PRETTY, text);
    assertEquals(
        Printer.toText(module, PrintOptions.PRETTY), text.toString(StandardCharsets.UTF_8));
  }

  @Test
  void aStreamThatBreaksEndsThePrinting() {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("broken");
          }
        };
    IOException fault =
        assertThrows(
            IOException.class, () -> Printer.print(chain(10_001), PrintOptions.PRETTY, broken));
    assertEquals("broken", fault.getMessage());
  }

  private record Faulty() implements DialectAttribute {
    @Override
    public String dialect() {
      return "test";
    }

    @Override
    public String toString() {
      throw new IllegalArgumentException("faulty");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2048, 9999})
  void whatEitherThreadThrowsIsThrown(int index) {
    Operation module = chain(10_000);
    Operation at = module.region(0).blocks().getFirst().first().orElseThrow();
    for (int i = 0; i < index; i++) {
      at = at.next().orElseThrow();
    }
    at.setAttribute("text", new Faulty());
    assertThrows(
        IllegalArgumentException.class,
        () -> Printer.print(module, PrintOptions.PRETTY, new ByteArrayOutputStream()));
  }
}
