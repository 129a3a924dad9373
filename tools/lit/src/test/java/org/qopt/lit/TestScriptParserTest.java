package org.qopt.lit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qopt.lit.TestScript.RunLine;

class TestScriptParserTest {
  @Test
  void joinsContinuedLines() throws LitException {
    TestScript script =
        TestScriptParser.parse("// RUN: a \\\n// RUN:   b\ntext\n; RUN: at %(line) %(line-1)\n");
    assertEquals(List.of(new RunLine(1, "a b"), new RunLine(4, "at 4 3")), script.commands());
  }

  @Test
  void readsConditions() throws LitException {
    TestScript script =
        TestScriptParser.parse(
            "RUN: a\nREQUIRES: x, y && z\nUNSUPPORTED: u\nXFAIL: *\nALLOW_RETRIES: 2\n");
    assertEquals(List.of("x", "y && z"), script.requires());
    assertEquals(List.of("u"), script.unsupported());
    assertEquals(List.of("*"), script.expectedFailures());
    assertEquals(2, script.retries());
  }

  @Test
  void stopsAtTheEndMark() throws LitException {
    assertEquals(1, TestScriptParser.parse("RUN: a\n// END.\nRUN: b\n").commands().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "text", "END.\nRUN: a", "RUN: a \\", "RUN: a\nALLOW_RETRIES: many"})
  void refuses(String text) {
    assertThrows(LitException.class, () -> TestScriptParser.parse(text));
  }
}
