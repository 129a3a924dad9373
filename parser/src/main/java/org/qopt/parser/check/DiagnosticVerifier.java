package org.qopt.parser.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.diagnostic.Severity;
import org.qopt.ir.location.FileLocation;
import org.qopt.parser.qir.SourceFile;

/**
 * Compares diagnostics with those that comments in the text expect, as {@code mlir-opt
 * --verify-diagnostics} does:
 *
 * <pre>{@code
 * // expected-error@+1 {{'nn.relu' op requires a single operand}}
 * %0 = nn.relu : tensor<4xf32>
 * }</pre>
 *
 * Instead of {@code error} there may be {@code warning}, {@code remark} or {@code note}; instead of
 * {@code @+1} another number of lines, {@code @above}, {@code @below} (the next line without an
 * expectation), nothing (this line) or {@code @unknown} (no place in the text). With {@code -re},
 * <code>{{...}}</code> inside the text are regular expressions. A comment may expect several
 * diagnostics that are alike.
 */
public final class DiagnosticVerifier {
  private final SourceFile source;
  private final List<Expectation> expectations;
  private final Set<Expectation> met = new HashSet<>();

  private DiagnosticVerifier(SourceFile source, List<Expectation> expectations) {
    this.source = source;
    this.expectations = expectations;
  }

  /**
   * {@return the verifier for what is expected in {@code source}}
   *
   * @throws org.qopt.ir.diagnostic.InvalidInputException if a regular expression is malformed
   */
  public static DiagnosticVerifier of(SourceFile source) {
    int first = source.locate(source.start()).line();
    return new DiagnosticVerifier(
        source, Expectation.in(source.name(), source.text().lines().toList(), first));
  }

  /**
   * {@return an error for each diagnostic or note that no comment expects, and for each comment
   * whose diagnostic has not come; empty if all is as expected}
   */
  public List<Diagnostic> check(List<Diagnostic> diagnostics) {
    List<Diagnostic> failures = new ArrayList<>();
    for (Diagnostic diagnostic : diagnostics) {
      match(diagnostic, failures);
      diagnostic.notes().forEach(note -> match(note, failures));
    }
    for (Expectation expectation : expectations) {
      if (!met.contains(expectation)) {
        failures.add(
            Diagnostic.error(
                    expectation.at(),
                    "expected %s \"%s\" was not produced"
                        .formatted(expectation.severity().word(), expectation.text()))
                .as(DiagnosticKind.EXPECTATION));
      }
    }
    return failures;
  }

  private void match(Diagnostic diagnostic, List<Diagnostic> failures) {
    OptionalInt line =
        diagnostic.location() instanceof FileLocation at
                && at.file().equals(source.name())
                && !at.isWhole()
            ? OptionalInt.of(at.line())
            : OptionalInt.empty();
    List<Expectation> near =
        expectations.stream().filter(one -> one.accepts(diagnostic, line)).toList();
    Severity severity = diagnostic.severity();
    Optional<Expectation> expected =
        near.stream().filter(one -> one.severity() == severity).findFirst();
    if (expected.isPresent()) {
      met.add(expected.get());
      return;
    }
    failures.add(
        (near.isEmpty()
                ? Diagnostic.error(
                    diagnostic.location(),
                    "unexpected " + severity.word() + ": " + diagnostic.message())
                : Diagnostic.error(
                    near.getLast().at(),
                    "'%s' diagnostic emitted when expecting a '%s'"
                        .formatted(severity.word(), near.getLast().severity().word())))
            .as(DiagnosticKind.EXPECTATION));
  }
}
