package org.qopt.filecheck;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads {@code %format, NAME: == expression}, the inside of a numeric substitution block; each part
 * may be absent.
 */
final class NumericBlockParser {
  private final Variables variables;
  private final OptionalInt line;

  /**
   * @param variables where variables are found and declared
   * @param line the line of the directive; absent on the command line
   */
  NumericBlockParser(Variables variables, OptionalInt line) {
    this.variables = variables;
    this.line = line;
  }

  /** Reads {@code [[@LINE+1]]}, the old form without a {@code #}. */
  NumericBlock parseLegacyLine(Span block) throws CheckSyntaxException {
    Cursor cursor = new Cursor(block).skipBlanks().trimEnd();
    Expression expression = new ExpressionParser(variables, line).parseLegacyLine(cursor);
    return new NumericBlock(Optional.empty(), Optional.of(expression), NumericFormat.UNSIGNED);
  }

  NumericBlock parse(Span block) throws CheckSyntaxException {
    Cursor cursor = new Cursor(block);
    NumericFormat explicit = parseFormat(cursor);
    int colon = cursor.find(":", cursor.position());
    Cursor definition = new Cursor(block.source(), cursor.position(), Math.max(colon, 0));
    if (colon >= 0) {
      cursor.moveTo(colon + 1);
    }
    Optional<Expression> expression = parseExpression(cursor);
    NumericFormat format = explicit;
    if (explicit.isNone() && expression.isPresent()) {
      format = expression.get().impliedFormat();
    }
    if (format.isNone()) {
      format = new NumericFormat(NumericFormat.Kind.UNSIGNED, explicit.precision(), false);
    }
    Optional<NumericVariable> defined =
        colon < 0 ? Optional.empty() : Optional.of(parseDefinition(definition, format));
    return new NumericBlock(defined, expression, format);
  }

  private Optional<Expression> parseExpression(Cursor cursor) throws CheckSyntaxException {
    boolean constrained = cursor.skipBlanks().consume("==");
    if (cursor.skipBlanks().isEmpty()) {
      if (constrained) {
        throw CheckSyntaxException.logged(
            cursor.here(), "empty numeric expression should not have a constraint");
      }
      return Optional.empty();
    }
    return Optional.of(new ExpressionParser(variables, line).parse(cursor.trimEnd(), constrained));
  }

  /** Reads the format up to its comma; a comma after a parenthesis belongs to a call. */
  private static NumericFormat parseFormat(Cursor cursor) throws CheckSyntaxException {
    int comma = cursor.find(",", cursor.position());
    int call = cursor.find("(", cursor.position());
    if (comma < 0 || call >= 0 && call < comma) {
      return NumericFormat.NONE;
    }
    Cursor format = new Cursor(cursor.rest().source(), cursor.position(), comma);
    cursor.moveTo(comma + 1);
    format.skipBlanks().trimEnd();
    if (!format.consume("%")) {
      throw CheckSyntaxException.logged(
          format.here(), "invalid matching format specification in expression");
    }
    Span flag = format.here();
    boolean alternate = format.consume("#");
    int precision = format.consume(".") ? parsePrecision(format) : 0;
    NumericFormat.Kind kind = format.isEmpty() ? NumericFormat.Kind.NONE : parseKind(format);
    boolean hex = kind == NumericFormat.Kind.HEX_LOWER || kind == NumericFormat.Kind.HEX_UPPER;
    if (alternate && !hex) {
      throw CheckSyntaxException.logged(flag, "alternate form only supported for hex values");
    }
    if (!format.skipBlanks().isEmpty()) {
      throw CheckSyntaxException.logged(
          format.here(), "invalid matching format specification in expression");
    }
    return new NumericFormat(kind, precision, alternate);
  }

  private static int parsePrecision(Cursor format) throws CheckSyntaxException {
    Span place = format.here();
    int start = format.position();
    while (Cursor.isDigit(format.peek())) {
      format.next();
    }
    try {
      return Integer.parseInt(format.since(start).text());
    } catch (NumberFormatException e) {
      throw CheckSyntaxException.logged(place, "invalid precision in format specifier");
    }
  }

  private static NumericFormat.Kind parseKind(Cursor format) throws CheckSyntaxException {
    Span place = format.here();
    return switch (format.next()) {
      case 'u' -> NumericFormat.Kind.UNSIGNED;
      case 'd' -> NumericFormat.Kind.SIGNED;
      case 'x' -> NumericFormat.Kind.HEX_LOWER;
      case 'X' -> NumericFormat.Kind.HEX_UPPER;
      default -> throw CheckSyntaxException.logged(place, "invalid format specifier in expression");
    };
  }

  private NumericVariable parseDefinition(Cursor cursor, NumericFormat format)
      throws CheckSyntaxException {
    VariableName name = VariableName.parse(cursor.skipBlanks());
    if (name.pseudo()) {
      throw CheckSyntaxException.logged(
          name.span().head(), "definition of pseudo numeric variable unsupported");
    }
    if (variables.isString(name.text())) {
      throw CheckSyntaxException.logged(
          name.span().head(), "string variable with name '" + name.text() + "' already exists");
    }
    if (!cursor.skipBlanks().isEmpty()) {
      throw CheckSyntaxException.logged(
          cursor.here(), "unexpected characters after numeric variable name");
    }
    Optional<NumericVariable> known = variables.number(name.text());
    if (known.isPresent() && !known.get().format().equals(format)) {
      throw CheckSyntaxException.logged(
          cursor.here(), "format different from previous variable definition");
    }
    return known.orElseGet(() -> new NumericVariable(name.text(), format, line));
  }
}
