package org.qopt.parser.qir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qopt.ir.Dialects;
import org.qopt.ir.attribute.DenseElementsAttr;
import org.qopt.ir.diagnostic.InvalidInputException;

/** Texts that would exhaust the stack or the memory get a diagnostic. */
class HostileTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | `\"a\"() ({\n`",
        "func.func private @f( | tuple<",
        "`\"a\"() {x = ` | [",
        "`\"a\"() {x = ` | `{x = `",
        "`\"a\"() {x = ` | ("
      })
  void deepNestingIsRefused(String before, String unit) {
    String text = before + unit.repeat(100_000);
    String faults = Qir.faults(text);
    assertTrue(faults.contains("nested more than " + Limits.NESTING), faults);
    assertEquals(1, faults.lines().count(), faults);
  }

  @Test
  void aSplatTakesTheMemoryOfOneElement() {
    var module =
        Qir.read("\"a\"() {x = dense<1.0> : tensor<1000000000000xf32>} : () -> ()").module();
    DenseElementsAttr attribute =
        module
            .region(0)
            .entry()
            .orElseThrow()
            .first()
            .orElseThrow()
            .attribute("x", DenseElementsAttr.class)
            .orElseThrow();
    assertEquals(Float.BYTES, attribute.value().memory().byteSize());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"a\"() {x = dense<[1.0]> : tensor<1000000000xf32>} : () -> ()",
        "\"a\"() {x = dense<[1.0]> : tensor<1000000000x1000000000x1000000000xf32>} : () -> ()",
        "\"a\"() {x = dense<[1.0]> : tensor<99999999999999999999999xf32>} : () -> ()",
        "\"a\"() {x = tensor<99999999999999999999999xf32>} : () -> ()",
        "%0:2000000000 = \"a\"() : () -> ()",
        "\"a\"() \0 : () -> ()",
        "\"a\"() {x = tensor<\0>} : () -> ()",
        "\"a\"() {x = \"\0\"} : () -> ()"
      })
  void oneDiagnosticIsGiven(String text) {
    assertEquals(1, Qir.diagnose(text).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"tuple<%s, %s>", "(%s, %s) -> ()", "(tuple<%s>, tuple<%s>) -> ()"})
  void typesThatDoubleWithEachAliasAreRefused(String form) {
    StringBuilder text = new StringBuilder("!a0 = i32\n");
    for (int i = 1; i < 60; i++) {
      String before = "!a" + (i - 1);
      text.append("!a%d = %s\n".formatted(i, form.formatted(before, before)));
    }
    String faults = Qir.faults(text.toString());
    assertTrue(faults.contains("more than"), faults);
  }

  @Test
  void attributesThatDoubleWithEachAliasAreRefused() {
    StringBuilder text = new StringBuilder("#a0 = 1\n");
    for (int i = 1; i < 60; i++) {
      text.append("#a%d = [#a%d, #a%d]\n".formatted(i, i - 1, i - 1));
    }
    String faults = Qir.faults(text.toString());
    assertTrue(faults.contains("stands for more than"), faults);
  }

  @Test
  void manyFaultsEndTheReading() {
    assertEquals(Limits.ERRORS, Qir.diagnose("%0 = nn.rulu : f32\n".repeat(1000)).size());
  }

  @Test
  void invalidUtf8IsRefused() {
    byte[] text = "\"a\"() {x = \"ä\"} : () -> ()".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(1, faults(text));
  }

  @Test
  void bytesAtRandomGetADiagnostic() {
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      byte[] bytes = new byte[random.nextInt(300)];
      random.nextBytes(bytes);
      bytes =
          (i % 2 == 0)
              ? bytes
              : ("\"a\"(" + new String(bytes, StandardCharsets.ISO_8859_1))
                  .getBytes(StandardCharsets.ISO_8859_1);
      assertTrue(bytes.length == 0 || faults(bytes) > 0);
    }
  }

  @Test
  void aProgramThatLostOrGainedCharactersNeverBreaksTheReader() {
    Random random = new Random(2);
    for (long seed = 0; seed < 300; seed++) {
      StringBuilder text = new StringBuilder(Qir.generic(Programs.module(seed)));
      int at = random.nextInt(text.length());
      text.delete(at, Math.min(text.length(), at + random.nextInt(20)));
      text.insert(random.nextInt(text.length()), "<({\"[%0".charAt(random.nextInt(7)));
      // What matters is that nothing but a diagnostic comes of it.
      Qir.diagnose(text.toString());
    }
  }

  private static int faults(byte[] text) {
    try {
      QirReader.read(
          SourceFile.of(Qir.FILE, text), Dialects.load(), ReadOptions.ALLOW_UNREGISTERED);
      return 0;
    } catch (InvalidInputException e) {
      return e.diagnostics().size();
    }
  }
}
