package org.qopt.filecheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qopt.filecheck.floats.Tolerance;

/**
 * Reads {@code NAME: expression, tolerance, ...}, what follows {@code [[#~}; each part may be
 * absent.
 */
final class FloatBlockParser {
  /** More than any sensible expression needs; parsing and evaluation recurse as deep. */
  private static final int MAX_DEPTH = 100;

  private static final int MAX_OPERATIONS = 1000;

  private final Variables variables;
  private final Set<String> definedHere;
  private final Cursor cursor;
  private int depth;
  private int operations;

  /**
   * @param definedHere the variables that the directive itself defines, which have no value yet
   * @param block what stands after the tilde
   */
  FloatBlockParser(Variables variables, Set<String> definedHere, Span block) {
    this.variables = variables;
    this.definedHere = definedHere;
    this.cursor = new Cursor(block).trimEnd();
  }

  FloatBlock parse() throws CheckSyntaxException {
    Span source = cursor.rest().source().span(cursor.position() - 1, cursor.end());
    Optional<String> definition = parseDefinition();
    cursor.skipBlanks();
    boolean valued = !cursor.isEmpty() && cursor.peek() != ',';
    Optional<FloatExpression> expected = valued ? Optional.of(parseValue()) : Optional.empty();
    if (definition.isPresent() && expected.orElse(null) instanceof FloatExpression.Items) {
      throw bad("a list cannot be kept in a variable");
    }
    return new FloatBlock(source, definition, expected, parseTolerance(valued));
  }

  private Optional<String> parseDefinition() throws CheckSyntaxException {
    int colon = cursor.find(":", cursor.position());
    if (colon < 0) {
      return Optional.empty();
    }
    VariableName name = VariableName.parse(cursor.skipBlanks());
    if (name.pseudo() || cursor.skipBlanks().position() != colon) {
      throw bad("expected a variable's name before ':'");
    }
    cursor.next();
    if (variables.isString(name.text()) || variables.number(name.text()).isPresent()) {
      throw new CheckSyntaxException(
          name.span().head(), "variable with name '" + name.text() + "' already exists");
    }
    variables.declareFloat(name.text());
    return Optional.of(name.text());
  }

  private Tolerance parseTolerance(boolean valued) throws CheckSyntaxException {
    double absolute = 0;
    double relative = 0;
    while (!cursor.skipBlanks().isEmpty()) {
      if (!valued || !cursor.consume(",")) {
        throw bad("expected ',' and a tolerance after a value");
      }
      double number = parseNumber("a tolerance");
      if (cursor.skipBlanks().consume("%")) {
        relative = Math.max(relative, number / 100);
      } else {
        absolute = Math.max(absolute, number);
      }
    }
    return new Tolerance(absolute, relative);
  }

  private FloatExpression parseValue() throws CheckSyntaxException {
    if (++depth > MAX_DEPTH) {
      throw bad("expression nested too deeply");
    }
    FloatExpression value = cursor.skipBlanks().peek() == '[' ? parseList() : parseSum();
    depth--;
    return value;
  }

  private FloatExpression parseList() throws CheckSyntaxException {
    List<FloatExpression> items = new ArrayList<>();
    do {
      cursor.next();
      items.add(parseValue());
    } while (cursor.skipBlanks().peek() == ',');
    if (!cursor.consume("]")) {
      throw bad("expected ',' or ']' in a list");
    }
    return new FloatExpression.Items(List.copyOf(items));
  }

  private FloatExpression parseSum() throws CheckSyntaxException {
    FloatExpression left = parseProduct();
    while (cursor.skipBlanks().peek() == '+' || cursor.peek() == '-') {
      countOperation();
      left = new FloatExpression.Binary(cursor.next(), left, parseProduct());
    }
    return left;
  }

  private void countOperation() throws CheckSyntaxException {
    if (++operations > MAX_OPERATIONS) {
      throw bad("expression has too many operations");
    }
  }

  private FloatExpression parseProduct() throws CheckSyntaxException {
    FloatExpression left = parseFactor();
    while (cursor.skipBlanks().peek() == '*' || cursor.peek() == '/') {
      countOperation();
      left = new FloatExpression.Binary(cursor.next(), left, parseFactor());
    }
    return left;
  }

  private FloatExpression parseFactor() throws CheckSyntaxException {
    if (++depth > MAX_DEPTH) {
      throw bad("expression nested too deeply");
    }
    FloatExpression factor = parseAtom();
    depth--;
    return factor;
  }

  private FloatExpression parseAtom() throws CheckSyntaxException {
    cursor.skipBlanks();
    if (cursor.consume("-")) {
      return new FloatExpression.Binary('*', new FloatExpression.Literal(-1), parseFactor());
    }
    if (cursor.consume("(")) {
      FloatExpression inner = parseSum();
      if (!cursor.consume(")")) {
        throw bad("missing ')' at end of nested expression");
      }
      return inner;
    }
    boolean special = cursor.startsWith("inf") || cursor.startsWith("nan");
    if (Cursor.isDigit(cursor.peek()) || cursor.peek() == '.' || special) {
      return new FloatExpression.Literal(parseNumber("a number"));
    }
    VariableName name = VariableName.parse(cursor);
    if (name.pseudo() || definedHere.contains(name.text())) {
      String problem = name.pseudo() ? "has no float" : "is defined earlier in the same directive";
      throw new CheckSyntaxException(
          name.span().head(), "variable '" + name.text() + "' " + problem);
    }
    return new FloatExpression.Use(name.span());
  }

  private double parseNumber(String what) throws CheckSyntaxException {
    cursor.skipBlanks();
    if (cursor.consume("inf")) {
      return Double.POSITIVE_INFINITY;
    }
    if (cursor.consume("nan")) {
      return Double.NaN;
    }
    int start = cursor.position();
    while (isPartOfNumber(start)) {
      cursor.next();
    }
    try {
      return Double.parseDouble(cursor.since(start).text());
    } catch (NumberFormatException e) {
      throw new CheckSyntaxException(
          cursor.rest().source().position(start), "expected " + what + " such as 1e-3");
    }
  }

  private boolean isPartOfNumber(int start) {
    char c = cursor.peek();
    boolean exponent = c == 'e' || c == 'E';
    boolean sign =
        (c == '-' || c == '+')
            && cursor.position() > start
            && "eE".indexOf(cursor.rest().source().at(cursor.position() - 1)) >= 0;
    return Cursor.isDigit(c) || c == '.' || exponent || sign;
  }

  private CheckSyntaxException bad(String message) {
    return new CheckSyntaxException(cursor.here(), message);
  }
}
