package org.qopt.parser.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.qopt.ir.diagnostic.Diagnostic;
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
 * <code>{{...}}</code> inside the text are regular expressions.
 */
public final class DiagnosticVerifier {
  private final SourceFile source;
  private final List<Expectation> open;

  private DiagnosticVerifier(SourceFile source, List<Expectation> expectations) {
    this.source = source;
    this.open = new ArrayList<>(expectations);
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
    for (Expectation expectation : open) {
      failures.add(
          Diagnostic.error(
              expectation.at(),
              "expected %s \"%s\" was not produced"
                  .formatted(expectation.severity().word(), expectation.text())));
    }
    open.clear();
    return failures;
  }

  private void match(Diagnostic diagnostic, List<Diagnostic> failures) {
    OptionalInt line =
        diagnostic.location() instanceof FileLocation at
                && at.file().equals(source.name())
                && !at.isWhole()
            ? OptionalInt.of(at.line())
            : OptionalInt.empty();
    Optional<Expectation> expected =
        open.stream().filter(one -> one.accepts(diagnostic, line)).findFirst();
    if (expected.isPresent()) {
      open.remove(expected.get());
      return;
    }
    Severity severity = diagnostic.severity();
    failures.add(
        Diagnostic.error(
            diagnostic.location(), "unexpected " + severity.word() + ": " + diagnostic.message()));
  }
}
