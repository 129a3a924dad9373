package org.qopt.pass.remark;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import java.util.stream.Collectors;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.diagnostic.Severity;
import org.qopt.ir.location.Location;

/**
 * What a pass tells of one place in a program.
 *
 * @param kind whether something happened, did not happen, or is only observed
 * @param pass the name of the pass
 * @param name the pattern or step of the pass; empty if it has only one
 * @param location the place, where the user is to look
 * @param op the name of the operation; empty where it is a value that none defines
 * @param message what happened or why it did not, in a phrase without a full stop
 * @param values what led to it, by name, in the order of importance
 * @param notes further places
 * @param always whether it is shown to those who did not ask for remarks
 */
public record Remark(
    Kind kind,
    String pass,
    String name,
    Location location,
    String op,
    String message,
    ImmutableMap<String, String> values,
    ImmutableList<Diagnostic> notes,
    boolean always) {

  /** What a remark is about. */
  public enum Kind {
    /** The program was changed. */
    PASSED,
    /** The program could have been changed, but was not. */
    MISSED,
    /** What the pass found out on the way. */
    ANALYSIS;

    /** {@return the word for it, such as {@code passed}} */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    private DiagnosticKind diagnosticKind() {
      return switch (this) {
        case PASSED -> DiagnosticKind.REMARK_PASSED;
        case MISSED -> DiagnosticKind.REMARK_MISSED;
        case ANALYSIS -> DiagnosticKind.REMARK_ANALYSIS;
      };
    }
  }

  /** {@return a remark on a place, without values, for those who ask} */
  public static Remark of(Kind kind, String pass, String name, Location location, String message) {
    return new Remark(
        kind, pass, name, location, "", message, ImmutableMap.of(), ImmutableList.of(), false);
  }

  /** {@return a remark on an operation, without values, for those who ask} */
  public static Remark of(
      Kind kind, String pass, String name, Operation operation, String message) {
    return new Remark(
        kind,
        pass,
        name,
        operation.reportLocation(),
        operation.name(),
        message,
        ImmutableMap.of(),
        ImmutableList.of(),
        false);
  }

  /** {@return this remark with one more value; its text is {@code value}'s} */
  public Remark with(String key, Object value) {
    ImmutableMap<String, String> more =
        ImmutableMap.<String, String>builder()
            .putAll(values)
            .put(key, value.toString())
            .buildOrThrow();
    return new Remark(kind, pass, name, location, op, message, more, notes, always);
  }

  /** {@return this remark with one more note} */
  public Remark withNote(Location place, String text) {
    ImmutableList<Diagnostic> more =
        ImmutableList.<Diagnostic>builder()
            .addAll(notes)
            .add(Diagnostic.of(Severity.NOTE, place, text))
            .build();
    return new Remark(kind, pass, name, location, op, message, values, more, always);
  }

  /** {@return this remark, shown also to those who did not ask} */
  public Remark shownAlways() {
    return new Remark(kind, pass, name, location, op, message, values, notes, true);
  }

  /** {@return {@code PASS/NAME}, or {@code PASS} alone: what filters look at} */
  public String source() {
    return name.isEmpty() ? pass : pass + "/" + name;
  }

  /** {@return this remark for people: message, values in braces, kind and source in brackets} */
  public Diagnostic toDiagnostic() {
    String found =
        values.isEmpty()
            ? ""
            : values.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue())
                .collect(Collectors.joining(", ", " {", "}"));
    String text = "%s%s [%s: %s]".formatted(message, found, kind.word(), source());
    return new Diagnostic(Severity.REMARK, location, text, kind.diagnosticKind().code(), notes);
  }
}
