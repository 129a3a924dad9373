package org.qopt.parser.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.diagnostic.Severity;
import org.qopt.ir.location.FileLocation;
import org.qopt.ir.location.UnknownLocation;
import org.qopt.parser.qir.SourceFile;

class DiagnosticVerifierTest {
  private static final String FILE = "t.qir";

  private static List<String> check(String text, Diagnostic... diagnostics) {
    return DiagnosticVerifier.of(SourceFile.of(FILE, text)).check(List.of(diagnostics)).stream()
        .map(Diagnostic::message)
        .toList();
  }

  private static Diagnostic at(int line, Severity severity, String message) {
    return Diagnostic.of(severity, new FileLocation(FILE, line, 3), message);
  }

  @Test
  void aDiagnosticOnTheLineWithTheTextIsExpected() {
    assertEquals(
        List.of(), check("x // expected-error {{wrong}}", at(1, Severity.ERROR, "it is wrong")));
    assertEquals(
        List.of(), check("// expected-warning@+2 {{w}}\n\nx", at(3, Severity.WARNING, "w")));
    assertEquals(List.of(), check("x\n\n// expected-remark@-2 {{w}}", at(1, Severity.REMARK, "w")));
  }

  @Test
  void aboveAndBelowSkipOtherExpectations() {
    String text =
        """
        // expected-error@below {{a}}
        // expected-error@below {{b}}
        x
        // expected-error@above {{c}}
        // expected-error@above {{d}}
        """;
    assertEquals(
        List.of(),
        check(
            text,
            at(3, Severity.ERROR, "d"),
            at(3, Severity.ERROR, "c"),
            at(3, Severity.ERROR, "b"),
            at(3, Severity.ERROR, "a")));
  }

  @Test
  void regularExpressionsStandInBraces() {
    String text = "x // expected-error-re {{got {{[0-9]+}} (of {{.*}})}}";
    assertEquals(List.of(), check(text, at(1, Severity.ERROR, "got 12 (of x)")));
    assertEquals(2, check(text, at(1, Severity.ERROR, "got x (of x)")).size());
    assertThrows(InvalidInputException.class, () -> check("// expected-error-re {{a {{(}} b}}"));
  }

  @Test
  void unknownIsADiagnosticWithoutAPlaceInTheText() {
    Diagnostic nowhere = Diagnostic.error(UnknownLocation.UNKNOWN, "x");
    assertEquals(List.of(), check("// expected-error@unknown {{x}}", nowhere));
    assertEquals(List.of("unexpected error: x"), check("", nowhere));
  }

  @Test
  void whatDiffersIsAFailure() {
    String text = "x // expected-error {{wrong}}";
    assertEquals(List.of("expected error \"wrong\" was not produced"), check(text));
    assertEquals(
        List.of(
            "'warning' diagnostic emitted when expecting a 'error'",
            "expected error \"wrong\" was not produced"),
        check(text, at(1, Severity.WARNING, "wrong")));
    assertEquals(
        List.of("unexpected error: wrong", "expected error \"wrong\" was not produced"),
        check(text, at(2, Severity.ERROR, "wrong")));
    assertEquals(
        List.of(), check(text, at(1, Severity.ERROR, "wrong"), at(1, Severity.ERROR, "wrong")));
  }

  @Test
  void notesAreExpectedLikeOthers() {
    Diagnostic error =
        new Diagnostic(
            Severity.ERROR,
            new FileLocation(FILE, 1, 1),
            "e",
            DiagnosticKind.GENERAL.code(),
            ImmutableList.of(at(2, Severity.NOTE, "n")));
    assertEquals(List.of("unexpected note: n"), check("x // expected-error {{e}}\n", error));
    assertEquals(List.of(), check("x // expected-error {{e}}\ny // expected-note {{n}}", error));
  }

  @Test
  void partsKeepTheLinesOfTheFile() {
    SourceFile file = SourceFile.of(FILE, "a\n// -----\nb // expected-error {{e}}\n// -----\n");
    List<SourceFile> parts = SplitInput.split(file);
    assertEquals(
        List.of("a\n", "b // expected-error {{e}}\n", ""),
        parts.stream().map(SourceFile::text).toList());
    assertEquals(
        List.of(), DiagnosticVerifier.of(parts.get(1)).check(List.of(at(3, Severity.ERROR, "e"))));
  }

  @Test
  void onlyAWholeLineSeparates() {
    assertEquals(1, SplitInput.split(SourceFile.of(FILE, "a // -----\n // -----\n")).size());
    assertEquals(2, SplitInput.split(SourceFile.of(FILE, "a\r\n// -----\r\nb")).size());
  }
}
