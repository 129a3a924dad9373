package org.qopt.ir.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.qopt.ir.location.FileLocation;
import org.qopt.ir.location.FusedLocation;
import org.qopt.ir.location.Location;
import org.qopt.ir.location.NameLocation;
import org.qopt.ir.location.OpaqueLocation;
import org.qopt.ir.location.UnknownLocation;

class DiagnosticPrinterTest {
  private static final FileLocation PLACE = new FileLocation("a.qir", 2, 4);

  private static String render(String line, Location location) {
    LineSource lines = (_, number) -> number == 2 ? Optional.of(line) : Optional.empty();
    return new DiagnosticPrinter("m.onnx", lines, 0)
        .render(List.of(Diagnostic.error(location, "wrong")));
  }

  @Test
  void theLineIsShownWithACaret() {
    assertEquals("a.qir:2:4: error: wrong\nab cd\n   ^\n", render("ab cd", PLACE));
    assertEquals("a.qir:2:4: error: wrong\n\tä cd\n\t  ^\n", render("\tä cd", PLACE));
    assertEquals("a.qir:2:4: error: wrong\na\n ^\n", render("a", PLACE), "beyond the end");
  }

  @Test
  void ofALongLineOnlyAPartIsShown() {
    String text = render("x".repeat(100_000), new FileLocation("a.qir", 2, 50_000));
    assertTrue(text.length() < 400, text);
    assertEquals(80, text.lines().toList().getLast().indexOf('^'));
  }

  @Test
  void placesThatAreNoLinesAreNamed() {
    assertEquals("a.qir: error: wrong\n", render("", FileLocation.whole("a.qir")));
    assertEquals("m.onnx: error: wrong\n", render("", UnknownLocation.UNKNOWN));
    assertEquals("m.onnx: \"conv1\": error: wrong\n", render("", NameLocation.of("conv1")));
    assertEquals(
        "m.onnx: node \"conv1\" (Conv, #3): error: wrong\n",
        render("", new OpaqueLocation("node \"conv1\" (Conv, #3)")));
    assertEquals(
        "m.onnx: \"a\": error: wrong\n",
        render("", FusedLocation.of(List.of(NameLocation.of("a"), PLACE))));
    assertEquals(
        "a.qir:2:4: error: wrong\nabcde\n   ^\n",
        render("abcde", new NameLocation("a", Optional.of(PLACE))));
  }

  @Test
  void notesFollowAndErrorsAreCounted() {
    Diagnostic error = Diagnostic.error(PLACE, "wrong").withNote(PLACE, "see");
    Diagnostic warning = Diagnostic.of(Severity.WARNING, PLACE, "odd");
    String text =
        new DiagnosticPrinter("", LineSource.NONE, 2)
            .render(List.of(error, warning, error, error, error));
    assertEquals(
        """
        a.qir:2:4: error: wrong
        a.qir:2:4: note: see
        a.qir:2:4: warning: odd
        a.qir:2:4: error: wrong
        a.qir:2:4: note: see
        2 more errors; --max-errors=4 shows all
        """,
        text);
  }
}
