package org.qopt.ir.diagnostic;

import com.google.common.collect.ImmutableList;
import org.qopt.ir.location.Location;

/**
 * Something to tell the user, at a place in what they gave.
 *
 * @param severity how grave it is
 * @param location the place; the unknown location if it is the main input as a whole
 * @param message what was expected and what was found, without a full stop, starting in lower case
 * @param notes further places and advice, in order
 */
public record Diagnostic(
    Severity severity, Location location, String message, ImmutableList<Diagnostic> notes) {

  /** {@return an error without notes} */
  public static Diagnostic error(Location location, String message) {
    return new Diagnostic(Severity.ERROR, location, message, ImmutableList.of());
  }

  /** {@return a diagnostic of another severity without notes} */
  public static Diagnostic of(Severity severity, Location location, String message) {
    return new Diagnostic(severity, location, message, ImmutableList.of());
  }

  /** {@return this diagnostic with a note at {@code place} after those that it has} */
  public Diagnostic withNote(Location place, String text) {
    return new Diagnostic(
        severity,
        location,
        message,
        ImmutableList.<Diagnostic>builder()
            .addAll(notes)
            .add(of(Severity.NOTE, place, text))
            .build());
  }
}
