package org.qopt.lit.script;

/**
 * A line of a test, continuations joined, that is a command or changes what is replaced in them.
 */
public sealed interface Directive {
  /** {@return where it stands} */
  Lines lines();

  /**
   * The lines of a directive.
   *
   * @param first the one-based line on which it begins
   * @param last the line of its last continuation
   */
  record Lines(int first, int last) {
    @Override
    public String toString() {
      return first == last ? "at line " + first : "from line " + first + " to " + last;
    }
  }

  /**
   * {@code RUN:}, a command.
   *
   * @param text the command, without substitutions made
   */
  record Run(Lines lines, String text) implements Directive {}

  /**
   * {@code DEFINE:} or {@code REDEFINE:}, a substitution.
   *
   * @param isNew whether it must not exist yet
   * @param name what is replaced, such as {@code %{check}}
   * @param value what it is replaced by
   */
  record Define(Lines lines, boolean isNew, String name, String value) implements Directive {
    String keyword() {
      return isNew ? "DEFINE:" : "REDEFINE:";
    }
  }
}
