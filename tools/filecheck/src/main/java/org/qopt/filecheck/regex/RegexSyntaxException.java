package org.qopt.filecheck.regex;

/** A text that is no POSIX extended regular expression; the message is the one of regcomp. */
public final class RegexSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  RegexSyntaxException(String message) {
    super(message, null, false, false);
  }
}
