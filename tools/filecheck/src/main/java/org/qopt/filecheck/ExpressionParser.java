package org.qopt.filecheck;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads numeric expressions: numbers, variables, {@code + -} from left to right, parentheses, and
 * calls of {@code add sub mul div min max}.
 */
final class ExpressionParser {
  /** More than any sensible expression needs; parsing and evaluation recurse as deep. */
  private static final int MAX_DEPTH = 500;

  private static final int MAX_OPERATIONS = 1000;

  private final Variables variables;
  private final OptionalInt line;
  private int depth;
  private int operations;

  ExpressionParser(Variables variables, OptionalInt line) {
    this.variables = variables;
    this.line = line;
  }

  /**
   * Reads an expression up to the end of the cursor.
   *
   * @param constrained whether {@code ==} stood before it, which an error then need not suggest
   */
  Expression parse(Cursor cursor, boolean constrained) throws CheckSyntaxException {
    int start = cursor.position();
    Expression left = parseOperand(cursor, !constrained);
    while (!cursor.isEmpty()) {
      left = parseOperation(cursor, start, left, false);
    }
    return left;
  }

  /** Reads {@code @LINE}, {@code @LINE+1} or {@code @LINE-1}. */
  Expression parseLegacyLine(Cursor cursor) throws CheckSyntaxException {
    int start = cursor.position();
    VariableName name = VariableName.parse(cursor);
    if (cursor.skipBlanks().peek() == '(') {
      throw CheckSyntaxException.logged(name.span().head(), "unexpected function call");
    }
    Expression left = use(name);
    if (!cursor.isEmpty()) {
      left = parseOperation(cursor, start, left, true);
    }
    if (!cursor.isEmpty()) {
      throw CheckSyntaxException.logged(
          cursor.here(),
          "unexpected characters at end of expression '" + cursor.rest().text() + "'");
    }
    return left;
  }

  private Expression parseOperation(Cursor cursor, int start, Expression left, boolean legacy)
      throws CheckSyntaxException {
    if (cursor.skipBlanks().isEmpty()) {
      return left;
    }
    Span place = cursor.here();
    if (++operations > MAX_OPERATIONS) {
      throw CheckSyntaxException.logged(place, "expression has too many operations");
    }
    char operator = cursor.next();
    if (operator != '+' && operator != '-') {
      throw CheckSyntaxException.logged(place, "unsupported operation '" + operator + "'");
    }
    if (cursor.skipBlanks().isEmpty()) {
      throw CheckSyntaxException.logged(cursor.here(), "missing operand in expression");
    }
    Expression right = legacy ? parseNumber(cursor, 10, "") : parseOperand(cursor, false);
    Expression.Operation operation =
        operator == '+' ? Expression.Operation.ADD : Expression.Operation.SUB;
    return new Expression.Binary(cursor.since(start), operation, left, right);
  }

  private Expression parseOperand(Cursor cursor, boolean maybeConstraint)
      throws CheckSyntaxException {
    if (depth == MAX_DEPTH) {
      throw CheckSyntaxException.logged(cursor.here(), "expression nested too deeply");
    }
    depth++;
    Expression operand = parseShallow(cursor, maybeConstraint);
    depth--;
    return operand;
  }

  private Expression parseShallow(Cursor cursor, boolean maybeConstraint)
      throws CheckSyntaxException {
    if (cursor.peek() == '(') {
      return parseParentheses(cursor);
    }
    int start = cursor.position();
    VariableName name;
    try {
      name = VariableName.parse(cursor);
    } catch (CheckSyntaxException e) {
      cursor.moveTo(start);
      return parseNumber(cursor, 0, maybeConstraint ? "matching constraint or " : "");
    }
    int end = cursor.position();
    if (cursor.skipBlanks().peek() == '(') {
      return parseCall(cursor, name);
    }
    cursor.moveTo(end);
    return use(name);
  }

  private Expression parseParentheses(Cursor cursor) throws CheckSyntaxException {
    cursor.next();
    if (cursor.skipBlanks().isEmpty()) {
      throw CheckSyntaxException.logged(cursor.here(), "missing operand in expression");
    }
    Expression inner = parseOperand(cursor, false);
    while (!cursor.skipBlanks().isEmpty() && cursor.peek() != ')') {
      // LLVM's messages show of a sum in parentheses its last operation alone.
      inner = parseOperation(cursor, cursor.position(), inner, false);
    }
    if (!cursor.consume(")")) {
      throw CheckSyntaxException.logged(cursor.here(), "missing ')' at end of nested expression");
    }
    return inner;
  }

  private Expression parseCall(Cursor cursor, VariableName name) throws CheckSyntaxException {
    Expression.Operation operation =
        operation(name.text())
            .orElseThrow(
                () ->
                    CheckSyntaxException.logged(
                        name.span().head(), "call to undefined function '" + name.text() + "'"));
    cursor.next();
    List<Expression> arguments = parseArguments(cursor.skipBlanks());
    if (!cursor.consume(")")) {
      throw CheckSyntaxException.logged(cursor.here(), "missing ')' at end of call expression");
    }
    if (arguments.size() != 2) {
      throw CheckSyntaxException.logged(
          name.span().head(),
          "function '" + name.text() + "' takes 2 arguments but " + arguments.size() + " given");
    }
    // LLVM's messages name a call by what stands after it.
    return new Expression.Binary(cursor.rest(), operation, arguments.get(0), arguments.get(1));
  }

  private List<Expression> parseArguments(Cursor cursor) throws CheckSyntaxException {
    List<Expression> arguments = new ArrayList<>();
    while (!cursor.isEmpty() && cursor.peek() != ')') {
      if (cursor.peek() == ',') {
        throw CheckSyntaxException.logged(cursor.here(), "missing argument");
      }
      int start = cursor.position();
      Expression argument = parseOperand(cursor, false);
      while (!cursor.skipBlanks().isEmpty() && cursor.peek() != ',' && cursor.peek() != ')') {
        argument = parseOperation(cursor, start, argument, false);
      }
      arguments.add(argument);
      if (!cursor.consume(",")) {
        break;
      }
      if (cursor.skipBlanks().peek() == ')') {
        throw CheckSyntaxException.logged(cursor.here(), "missing argument");
      }
    }
    return arguments;
  }

  private static Optional<Expression.Operation> operation(String name) {
    return switch (name) {
      case "add" -> Optional.of(Expression.Operation.ADD);
      case "sub" -> Optional.of(Expression.Operation.SUB);
      case "mul" -> Optional.of(Expression.Operation.MUL);
      case "div" -> Optional.of(Expression.Operation.DIV);
      case "max" -> Optional.of(Expression.Operation.MAX);
      case "min" -> Optional.of(Expression.Operation.MIN);
      default -> Optional.empty();
    };
  }

  private Expression use(VariableName name) throws CheckSyntaxException {
    Span place = name.span().head();
    if (name.pseudo() && !name.text().equals(Variables.LINE)) {
      throw CheckSyntaxException.logged(
          place, "invalid pseudo numeric variable '" + name.text() + "'");
    }
    // An unknown variable stays undefined until the match, which then says so.
    NumericVariable variable =
        variables
            .number(name.text())
            .orElseGet(
                () ->
                    new NumericVariable(name.text(), NumericFormat.UNSIGNED, OptionalInt.empty()));
    variables.declareNumber(variable);
    if (line.isPresent() && variable.definitionLine().equals(line)) {
      throw CheckSyntaxException.logged(
          place,
          "numeric variable '" + name.text() + "' defined earlier in the same CHECK directive");
    }
    return new Expression.Use(name.span(), variable);
  }

  /** Reads a number; radix 0 takes it from the number's own prefix. */
  private static Expression parseNumber(Cursor cursor, int radix, String alternative)
      throws CheckSyntaxException {
    int start = cursor.position();
    Span place = cursor.here();
    boolean negative = cursor.consume("-");
    int base = radix == 0 ? consumeRadix(cursor) : radix;
    int digits = cursor.position();
    while (!cursor.isEmpty() && Character.digit(cursor.peek(), base) >= 0) {
      cursor.next();
    }
    boolean empty = digits == cursor.position();
    boolean prefixed = radix == 0 && digits - place.start() > (negative ? 1 : 0);
    if (empty && (!prefixed || cursor.isEmpty())) {
      throw CheckSyntaxException.logged(place, "invalid " + alternative + "operand format");
    }
    // As LLVM reads them, a radix alone is a zero, and what follows is no part of it.
    BigInteger magnitude =
        empty ? BigInteger.ZERO : new BigInteger(cursor.since(digits).text(), base);
    return new Expression.Literal(cursor.since(start), negative ? magnitude.negate() : magnitude);
  }

  private static int consumeRadix(Cursor cursor) {
    if (cursor.consume("0x") || cursor.consume("0X")) {
      return 16;
    }
    if (cursor.consume("0b") || cursor.consume("0B")) {
      return 2;
    }
    if (cursor.consume("0o")) {
      return 8;
    }
    return cursor.peek() == '0' && Cursor.isDigit(cursor.peek(1)) ? 8 : 10;
  }
}
