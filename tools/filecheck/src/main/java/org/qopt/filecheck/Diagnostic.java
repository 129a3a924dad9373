package org.qopt.filecheck;

import java.util.Optional;

/**
 * One message about a check file or an input.
 *
 * @param severity how serious it is
 * @param location where it points; a non-empty span is underlined. Absent for messages about the
 *     whole run
 * @param message the text, in one line
 */
public record Diagnostic(Severity severity, Optional<Span> location, String message) {
  /** How serious a diagnostic is. */
  public enum Severity {
    /** The check or the check file is wrong. */
    ERROR("error"),
    /** Something suspicious that changes no result. */
    WARNING("warning"),
    /** Reports what went well, in verbose runs. */
    REMARK("remark"),
    /** Explains the diagnostic before it. */
    NOTE("note"),
    /** A line of text without a kind, as LLVM's FileCheck prints after some errors. */
    TEXT("");

    private final String word;

    Severity(String word) {
      this.word = word;
    }

    /** {@return the word that is printed} */
    public String word() {
      return word;
    }
  }

  /** {@return an error at {@code location}} */
  public static Diagnostic error(Span location, String message) {
    return new Diagnostic(Severity.ERROR, Optional.of(location), message);
  }

  /** {@return an error without a place} */
  public static Diagnostic error(String message) {
    return new Diagnostic(Severity.ERROR, Optional.empty(), message);
  }

  /** {@return a line of text without a place} */
  static Diagnostic text(String line) {
    return new Diagnostic(Severity.TEXT, Optional.empty(), line);
  }

  /** {@return a note at {@code location}} */
  public static Diagnostic note(Span location, String message) {
    return new Diagnostic(Severity.NOTE, Optional.of(location), message);
  }

  /** {@return a remark at {@code location}} */
  public static Diagnostic remark(Span location, String message) {
    return new Diagnostic(Severity.REMARK, Optional.of(location), message);
  }
}
