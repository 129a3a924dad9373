package org.qopt.ir.diagnostic;

import com.google.common.collect.ImmutableList;
import org.qopt.ir.location.Location;

/**
 * Something to tell the user, at a place in what they gave.
 *
 * @param severity how grave it is
 * @param location the place; the unknown location if it is the main input as a whole
 * @param message what was expected and what was found, without a full stop, starting in lower case
 * @param code what kind of diagnostic it is: that of a {@link DiagnosticKind}, or of a clause that
 *     an operation breaks, such as {@code nn.conv2d_c3}; the same in every version
 * @param notes further places and advice, in order
 */
public record Diagnostic(
    Severity severity,
    Location location,
    String message,
    String code,
    ImmutableList<Diagnostic> notes) {

  /** {@return an error of no special kind, without notes} */
  public static Diagnostic error(Location location, String message) {
    return of(Severity.ERROR, location, message);
  }

  /** {@return a diagnostic of another severity, of no special kind, without notes} */
  public static Diagnostic of(Severity severity, Location location, String message) {
    return new Diagnostic(
        severity, location, message, DiagnosticKind.GENERAL.code(), ImmutableList.of());
  }

  /**
   * {@return this diagnostic, of {@code kind} unless it is already known to be of a special kind}
   */
  public Diagnostic as(DiagnosticKind kind) {
    return as(kind.code());
  }

  /**
   * {@return this diagnostic with {@code code} unless it is already known to be of a special kind}
   */
  public Diagnostic as(String code) {
    return this.code.equals(DiagnosticKind.GENERAL.code())
        ? new Diagnostic(severity, location, message, code, notes)
        : this;
  }

  /** {@return this diagnostic with a note at {@code place} after those that it has} */
  public Diagnostic withNote(Location place, String text) {
    return new Diagnostic(
        severity,
        location,
        message,
        code,
        ImmutableList.<Diagnostic>builder()
            .addAll(notes)
            .add(of(Severity.NOTE, place, text))
            .build());
  }
}
