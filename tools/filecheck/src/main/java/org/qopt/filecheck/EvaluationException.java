package org.qopt.filecheck;

import java.util.List;
import java.util.stream.Stream;

/** An expression or a variable that has no value. */
final class EvaluationException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why there is no value. */
  sealed interface Problem {
    /** The variable at {@code use} has no value. */
    record Undefined(Span use) implements Problem {
      String message() {
        return "undefined variable: " + use.text();
      }
    }

    /** The value cannot be written in the format, or does not exist. */
    record Overflow() implements Problem {}
  }

  private final transient List<Problem> problems;

  EvaluationException(List<Problem> problems) {
    super("no value", null, false, false);
    this.problems = problems;
  }

  /** {@return the reasons, at least one} */
  List<Problem> problems() {
    return problems;
  }

  static List<Problem> join(List<Problem> first, List<Problem> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
