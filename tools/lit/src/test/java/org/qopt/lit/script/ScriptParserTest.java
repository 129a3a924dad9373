package org.qopt.lit.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qopt.lit.script.Directive.Define;
import org.qopt.lit.script.Directive.Lines;
import org.qopt.lit.script.Directive.Run;

class ScriptParserTest {
  @Test
  void joinsContinuedLines() throws ScriptException {
    TestScript script =
        ScriptParser.parse(
            "// RUN: a \\\n// RUN:   b\ntext\n; RUN: at %(line) %(line-1) %{line+2}\n");
    assertEquals(
        List.of(new Run(new Lines(1, 2), " a    b"), new Run(new Lines(4, 4), " at 4 3 6")),
        script.commands());
  }

  @Test
  void readsConditions() throws ScriptException {
    TestScript script =
        ScriptParser.parse(
            "RUN: a\nREQUIRES: x, y && \\\nREQUIRES: z\nUNSUPPORTED: u\nXFAIL: *\n"
                + "ALLOW_RETRIES: 2\n");
    assertEquals(List.of("x", "y && z"), script.requires());
    assertEquals(List.of("u"), script.unsupported());
    assertEquals(List.of("*"), script.expectedFailures());
    assertEquals(OptionalInt.of(2), script.retries());
  }

  @Test
  void readsDefinitions() throws ScriptException {
    TestScript script =
        ScriptParser.parse("DEFINE: %{a}=b \\\nDEFINE:    c = d\nREDEFINE: %{a} =\nRUN: x\n");
    assertEquals(new Define(new Lines(1, 2), true, "%{a}", "b c = d"), script.directives().get(0));
    assertEquals(new Define(new Lines(3, 3), false, "%{a}", ""), script.directives().get(1));
  }

  @Test
  void stopsAtTheEndMark() throws ScriptException {
    assertEquals(1, ScriptParser.parse("RUN: a\n// END.\nRUN: b\n").commands().size());
    assertEquals(2, ScriptParser.parse("RUN: a\n// END. of\nRUN: b\n").commands().size());
  }

  @Test
  void readsWhatIsNoText() throws ScriptException {
    byte[] bytes = "\u00ff\u00fe junk\nRUN: gr\u00fc\u00df\n".getBytes(StandardCharsets.UTF_8);
    bytes[0] = (byte) 0xff;
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertEquals(" gr\u00fc\u00df", ScriptParser.parse(text).commands().getFirst().text());
    assertThrows(ScriptException.class, () -> ScriptParser.parse("RUN: a \u00ff\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "text!Test has no 'RUN:' line",
        "END.\\nRUN: a!Test has no 'RUN:' line",
        "DEFINE: %{a}=b!Test has no 'RUN:' line",
        "RUN: a \\!Test has unterminated 'RUN:' directive (with '\\') at line 1",
        "RUN: a \\\\nRUN: b \\!Test has unterminated 'RUN:' directive (with '\\') from line 1 to 2",
        "RUN: a \\\\nDEFINE: %{a}=b!Test has unterminated 'RUN:' directive (with '\\') at line 1",
        "RUN: a\\nREQUIRES: b \\!Test has unterminated 'REQUIRES:' lines (with '\\')",
        "RUN: a\\nALLOW_RETRIES: many!INTEGER parser requires the input to be an integer (got  many)",
        "ALLOW_RETRIES: 1\\nALLOW_RETRIES: 1\\nRUN: a!Test has more than one ALLOW_RETRIES lines",
        "DEFINE: x!Substitution's definition does not contain '='",
        "DEFINE: %{1}=x!Substitution name '%{1}' is malformed",
        "DEFINE: %{a}=\\\\nDEFINE:!Substitution's continuation is empty",
        "RUN: a\\nXFAIL: b)!expected: <end of expression>",
      })
  void refuses(String text, String message) {
    ScriptException e =
        assertThrows(
            ScriptException.class, () -> ScriptParser.parse(text.replace("\\n", "\n")), text);
    assertEquals(message.strip(), e.getMessage().lines().findFirst().orElse("").split(" as it")[0]);
  }
}
