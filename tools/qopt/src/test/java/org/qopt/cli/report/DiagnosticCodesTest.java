package org.qopt.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qopt.ir.Dialects;
import org.qopt.ir.diagnostic.DiagnosticKind;

/** That codes stay is seen by the page of docs/generated that lists them. */
class DiagnosticCodesTest {
  private static final Map<String, String> ALL = DiagnosticCodes.all(Dialects.load());

  @Test
  void codesAreWordsAndUnique() {
    assertEquals(
        DiagnosticKind.values().length,
        Arrays.stream(DiagnosticKind.values()).map(DiagnosticKind::code).distinct().count());
    ALL.keySet()
        .forEach(code -> assertTrue(code.matches("[a-z]+(-[a-z]+)*|[a-z0-9_.]+_c[0-9]+"), code));
  }

  @Test
  void explanationsSayWhatIsWrongAndWhatToDo() {
    ALL.forEach(
        (code, text) -> assertTrue(text.matches("(?s)\\S.*\\. \\S.*[.]"), code + ": " + text));
  }
}
