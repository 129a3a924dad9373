package org.qopt.filecheck;

/**
 * What a line of a check file asks for.
 *
 * @param kind the suffix of the prefix
 * @param count how often the pattern must match in a row; 1 for all but {@code -COUNT-n}
 * @param literal whether the pattern is taken verbatim ({@code {LITERAL}})
 */
record Directive(Kind kind, int count, boolean literal) {
  /** One directive of each kind, since check files have many of them. */
  private static final Directive[] SIMPLE = simple();

  /** The suffixes, and what only looks like one. */
  enum Kind {
    PLAIN(""),
    NEXT("-NEXT"),
    SAME("-SAME"),
    NOT("-NOT"),
    DAG("-DAG"),
    LABEL("-LABEL"),
    EMPTY("-EMPTY"),
    /** The end of the input, after trailing {@code -NOT} and {@code -DAG} directives. */
    END_OF_INPUT(""),
    /** A comment prefix, which hides other directives on its line. */
    COMMENT(""),
    /** {@code CHECK_NEXT:} and the like. */
    MISSPELLED(""),
    /** {@code -NOT} together with another suffix. */
    BAD_NOT(""),
    /** {@code -COUNT-} without a positive number. */
    BAD_COUNT("");

    private final String suffix;

    Kind(String suffix) {
      this.suffix = suffix;
    }

    String suffix() {
      return suffix;
    }
  }

  static Directive of(Kind kind) {
    return SIMPLE[kind.ordinal()];
  }

  private static Directive[] simple() {
    Kind[] kinds = Kind.values();
    Directive[] all = new Directive[kinds.length];
    for (int i = 0; i < kinds.length; i++) {
      all[i] = new Directive(kinds[i], 1, false);
    }
    return all;
  }

  static Directive counted(int count) {
    return new Directive(Kind.PLAIN, count, false);
  }

  Directive asLiteral() {
    return new Directive(kind, count, true);
  }

  boolean is(Kind other) {
    return kind == other;
  }

  /** {@return the directive as messages spell it, for instance {@code CHECK-NEXT{LITERAL}}} */
  String description(String prefix) {
    if (kind == Kind.END_OF_INPUT) {
      return "implicit EOF";
    }
    String suffix = kind == Kind.PLAIN && count > 1 ? "-COUNT" : kind.suffix();
    return prefix + suffix + (literal ? "{LITERAL}" : "");
  }
}
