package org.qopt.rewrite.conversion;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.location.Location;

/**
 * Why an operation could not be made legal.
 *
 * @param operation the operation; where a pattern made it, it is in no block any more
 * @param verdict what the target says of it: illegal or unknown
 * @param attempts every pattern that was tried, in order
 */
public record Refusal(Operation operation, Verdict verdict, ImmutableList<Attempt> attempts) {
  /**
   * A pattern that was tried in vain.
   *
   * @param pattern its name
   * @param reason why it did not apply; empty if what it made could not be made legal
   * @param made what it made and why that is not legal, if it came so far
   */
  public record Attempt(String pattern, String reason, Optional<Refusal> made) {}

  /** {@return the pattern's reason, or, down the chain, why what it made is not legal} */
  static String text(Attempt attempt) {
    return attempt
        .made()
        .map(made -> "what it makes is not legal: " + made.summary())
        .orElse(attempt.reason());
  }

  private String summary() {
    return "'%s' op%s".formatted(operation.name(), violation());
  }

  private String violation() {
    return switch (verdict) {
      case Verdict.Illegal(String reason) when !reason.isEmpty() -> ": " + reason;
      case Verdict.Unknown _ -> ", which the target does not know";
      case Verdict.Illegal _, Verdict.Legal _ -> "";
    };
  }

  /**
   * {@return the error: that the operation stays, and in notes every pattern that was tried and why
   * it refused, with the chain of those that were tried on what it made}
   */
  public Diagnostic diagnostic() {
    String why =
        switch (verdict) {
          case Verdict.Illegal(String reason) when !reason.isEmpty() -> ": " + reason;
          case Verdict.Illegal _ -> " that was explicitly marked illegal";
          case Verdict.Legal _, Verdict.Unknown _ -> "";
        };
    return withNotes(
        Diagnostic.error(
                operation.reportLocation(),
                "failed to legalize operation '%s'%s".formatted(operation.name(), why))
            .as(DiagnosticKind.NOT_LEGAL));
  }

  /** {@return {@code error} with a note for every pattern that was tried} */
  public Diagnostic withNotes(Diagnostic error) {
    if (attempts.isEmpty()) {
      return error.withNote(
          operation.reportLocation(), "there is no pattern for '" + operation.name() + "' op");
    }
    return withAttempts(error, "");
  }

  private Diagnostic withAttempts(Diagnostic error, String chain) {
    Location place = operation.reportLocation();
    Diagnostic result = error;
    for (Attempt attempt : attempts) {
      result =
          result.withNote(
              place, "%spattern '%s': %s".formatted(chain, attempt.pattern(), text(attempt)));
      if (attempt.made().isPresent()) {
        Refusal made = attempt.made().get();
        String deeper = "%s'%s' op: ".formatted(chain, made.operation().name());
        result =
            made.attempts().isEmpty()
                ? result.withNote(place, deeper + "there is no pattern for it")
                : made.withAttempts(result, deeper);
      }
    }
    return result;
  }
}
