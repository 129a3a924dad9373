package org.qopt.filecheck;

import java.util.List;

/** A value that enters a pattern when it is matched. */
sealed interface Substitution {
  /** {@return the text inside the brackets, for messages} */
  Span source();

  /**
   * {@return the value as text, not yet quoted for a regular expression}
   *
   * @throws EvaluationException if there is none
   */
  String value(Variables variables) throws EvaluationException;

  /** {@code [[NAME]]}. */
  record OfString(Span source) implements Substitution {
    @Override
    public String value(Variables variables) throws EvaluationException {
      return variables
          .string(source.text())
          .orElseThrow(
              () ->
                  new EvaluationException(
                      List.of(new EvaluationException.Problem.Undefined(source))));
    }
  }

  /** {@code [[#~expression,tolerance]]}. */
  record OfFloat(FloatBlock block) implements Substitution {
    @Override
    public Span source() {
      return block.source();
    }

    @Override
    public String value(Variables variables) throws EvaluationException {
      return block.value(variables).map(Object::toString).orElse("");
    }
  }

  /** {@code [[#expression]]}. */
  record OfNumber(Span source, Expression expression, NumericFormat format)
      implements Substitution {
    @Override
    public String value(Variables variables) throws EvaluationException {
      return format
          .format(expression.evaluate())
          .orElseThrow(
              () -> new EvaluationException(List.of(new EvaluationException.Problem.Overflow())));
    }
  }
}
