package org.qopt.filecheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qopt.filecheck.floats.FloatValue;

/** What a {@code [[#~...]]} block demands. */
sealed interface FloatExpression {
  /**
   * {@return the value}
   *
   * @throws EvaluationException if a variable is undefined
   */
  FloatValue evaluate(Variables variables) throws EvaluationException;

  /** A number. */
  record Literal(double value) implements FloatExpression {
    @Override
    public FloatValue evaluate(Variables variables) {
      return new FloatValue.Scalar(value);
    }
  }

  /** The value of a variable, of either kind that has numbers. */
  record Use(Span name) implements FloatExpression {
    @Override
    public FloatValue evaluate(Variables variables) throws EvaluationException {
      Optional<Double> value = variables.floatValue(name.text());
      if (value.isEmpty()) {
        throw new EvaluationException(List.of(new EvaluationException.Problem.Undefined(name)));
      }
      return new FloatValue.Scalar(value.get());
    }
  }

  /** An operation of two numbers, one of {@code + - * /}. */
  record Binary(char operator, FloatExpression left, FloatExpression right)
      implements FloatExpression {
    @Override
    public FloatValue evaluate(Variables variables) throws EvaluationException {
      double a = number(left, variables);
      double b = number(right, variables);
      return new FloatValue.Scalar(
          switch (operator) {
            case '+' -> a + b;
            case '-' -> a - b;
            case '*' -> a * b;
            default -> a / b;
          });
    }

    /** {@return the operand; the parser makes none of a list} */
    private static double number(FloatExpression operand, Variables variables)
        throws EvaluationException {
      return ((FloatValue.Scalar) operand.evaluate(variables)).value();
    }
  }

  /** A list. */
  record Items(List<FloatExpression> items) implements FloatExpression {
    @Override
    public FloatValue evaluate(Variables variables) throws EvaluationException {
      List<FloatValue> values = new ArrayList<>();
      for (FloatExpression item : items) {
        values.add(item.evaluate(variables));
      }
      return new FloatValue.Items(values);
    }
  }
}
