package org.qopt.filecheck;

import java.math.BigInteger;
import java.util.List;
import java.util.function.BinaryOperator;

/** A numeric expression of a substitution block, over integers of any size. */
sealed interface Expression {
  /** {@return the text that the expression was read from} */
  Span span();

  /**
   * {@return the value}
   *
   * @throws EvaluationException if a variable is undefined or a division is by zero
   */
  BigInteger evaluate() throws EvaluationException;

  /**
   * {@return the format that the operands imply, or {@link NumericFormat#NONE}}
   *
   * @throws CheckSyntaxException if the operands imply different ones
   */
  NumericFormat impliedFormat() throws CheckSyntaxException;

  /** A number. */
  record Literal(Span span, BigInteger value) implements Expression {
    @Override
    public BigInteger evaluate() {
      return value;
    }

    @Override
    public NumericFormat impliedFormat() {
      return NumericFormat.NONE;
    }
  }

  /** The value of a variable. */
  record Use(Span span, NumericVariable variable) implements Expression {
    @Override
    public BigInteger evaluate() throws EvaluationException {
      if (variable.value().isEmpty()) {
        throw new EvaluationException(List.of(new EvaluationException.Problem.Undefined(span)));
      }
      return variable.value().get();
    }

    @Override
    public NumericFormat impliedFormat() {
      return variable.format();
    }
  }

  /** An operation of two operands. */
  record Binary(Span span, Operation operation, Expression left, Expression right)
      implements Expression {
    @Override
    public BigInteger evaluate() throws EvaluationException {
      BigInteger leftValue = BigInteger.ZERO;
      List<EvaluationException.Problem> problems = List.of();
      try {
        leftValue = left.evaluate();
      } catch (EvaluationException e) {
        problems = e.problems();
      }
      BigInteger rightValue;
      try {
        rightValue = right.evaluate();
      } catch (EvaluationException e) {
        throw new EvaluationException(EvaluationException.join(problems, e.problems()));
      }
      if (!problems.isEmpty()) {
        throw new EvaluationException(problems);
      }
      return operation.apply(leftValue, rightValue);
    }

    @Override
    public NumericFormat impliedFormat() throws CheckSyntaxException {
      NumericFormat leftFormat = left.impliedFormat();
      NumericFormat rightFormat = right.impliedFormat();
      if (!leftFormat.isNone() && !rightFormat.isNone() && !leftFormat.equals(rightFormat)) {
        throw CheckSyntaxException.logged(
            span.head(),
            "implicit format conflict between '"
                + left.span().text()
                + "' ("
                + leftFormat.spelling()
                + ") and '"
                + right.span().text()
                + "' ("
                + rightFormat.spelling()
                + "), need an explicit format specifier");
      }
      return leftFormat.isNone() ? rightFormat : leftFormat;
    }
  }

  /** What {@link Binary} computes. */
  enum Operation {
    ADD(BigInteger::add),
    SUB(BigInteger::subtract),
    MUL(BigInteger::multiply),
    /** Rounds toward zero. */
    DIV(BigInteger::divide),
    MAX(BigInteger::max),
    MIN(BigInteger::min);

    private final BinaryOperator<BigInteger> function;

    Operation(BinaryOperator<BigInteger> function) {
      this.function = function;
    }

    BigInteger apply(BigInteger left, BigInteger right) throws EvaluationException {
      if (this == DIV && right.signum() == 0) {
        throw new EvaluationException(List.of(new EvaluationException.Problem.Overflow()));
      }
      return function.apply(left, right);
    }
  }
}
