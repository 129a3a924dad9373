package org.qopt.parser.qir;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Checks affine maps and sets, which are kept as they are written:
 *
 * <pre>{@code
 * affine_map ::= names `->` `(` (sum (`,` sum)*)? `)`
 * affine_set ::= names `:` `(` (sum relation sum (`,` sum relation sum)*)? `)`
 * names      ::= `(` (dimension (`,` dimension)*)? `)` (`[` (symbol (`,` symbol)*)? `]`)?
 * sum        ::= product ((`+` | `-`) product)*
 * product    ::= factor ((`*` | `floordiv` | `ceildiv` | `mod`) factor)*
 * factor     ::= digits | name | `-` factor | `(` sum `)`
 * relation   ::= `==` | `>=` | `<=`
 * }</pre>
 *
 * <p>Of two that are multiplied one is without dimensions, and so is what is divided by.
 *
 * <p>No lambdas, which link slowly: many programs have a map or two.
 */
final class AffineChecker {
  private final TextCursor cursor;
  // Whether each name is a dimension; the others are symbols.
  private final Map<String, Boolean> names = new HashMap<>();
  private int nesting;

  private AffineChecker(TextCursor cursor) {
    this.cursor = cursor;
  }

  /**
   * {@return of how many dimensions the map or set is}
   *
   * @param body the cursor before the {@code <} of {@code word<...>}
   * @param word {@code affine_map} or {@code affine_set}
   * @throws SyntaxFailure if it is not one
   */
  static int check(TextCursor body, String word) {
    AffineChecker checker = new AffineChecker(body);
    body.expect("<");
    int dimensions = checker.names();
    boolean map = word.equals("affine_map");
    body.expect(map ? "->" : ":");
    checker.body(map);
    body.expect(">");
    return dimensions;
  }

  private int names() {
    cursor.expect("(");
    for (boolean first = true; next(first, ")"); first = false) {
      name(true);
    }
    int dimensions = names.size();
    if (cursor.accept("[")) {
      for (boolean first = true; next(first, "]"); first = false) {
        name(false);
      }
    }
    return dimensions;
  }

  private void body(boolean map) {
    cursor.expect("(");
    for (boolean first = true; next(first, ")"); first = false) {
      if (map) {
        sum();
      } else {
        constraint();
      }
    }
  }

  // Whether another element comes before the end of the list.
  private boolean next(boolean first, String close) {
    if (cursor.accept(close)) {
      return false;
    }
    if (!first && !cursor.accept(",")) {
      throw cursor.expected("',' or '" + close + "'");
    }
    return true;
  }

  private void name(boolean dimension) {
    cursor.peek();
    int from = cursor.position();
    String name = cursor.word();
    if (name.isEmpty() || Character.isDigit(name.charAt(0))) {
      throw cursor.fail(from, "expected the name of a " + (dimension ? "dimension" : "symbol"));
    }
    if (names.putIfAbsent(name, dimension) != null) {
      throw cursor.fail(from, "redefinition of identifier '" + name + "'");
    }
  }

  private void constraint() {
    sum();
    if (!cursor.accept("==") && !cursor.accept(">=") && !cursor.accept("<=")) {
      throw cursor.expected("'==', '>=' or '<='");
    }
    sum();
  }

  // Each of these says whether there is a dimension in what it has read.

  private boolean sum() {
    boolean dimension = product();
    while (cursor.accept("+") || cursor.accept("-")) {
      dimension |= product();
    }
    return dimension;
  }

  private boolean product() {
    boolean dimension = factor();
    while (true) {
      cursor.peek();
      int at = cursor.position();
      String operator = cursor.accept("*") ? "*" : division();
      if (operator.isEmpty()) {
        return dimension;
      }
      boolean right = factor();
      if (operator.equals("*") && dimension && right) {
        throw cursor.fail(
            at,
            "non-affine expression: at least one of the multiply operands has to be either a"
                + " constant or symbolic");
      }
      if (!operator.equals("*") && right) {
        throw cursor.fail(
            at,
            "non-affine expression: right operand of "
                + operator
                + " has to be either a constant or symbolic");
      }
      dimension |= right;
    }
  }

  private String division() {
    for (String word : new String[] {"floordiv", "ceildiv", "mod"}) {
      if (cursor.acceptWord(word)) {
        return word;
      }
    }
    return "";
  }

  private boolean factor() {
    if (nesting++ >= Limits.NESTING) {
      throw cursor.fail(cursor.position(), "nested more than " + Limits.NESTING + " levels deep");
    }
    boolean dimension = nested();
    nesting--;
    return dimension;
  }

  private boolean nested() {
    if (cursor.accept("-")) {
      return factor();
    }
    if (cursor.accept("(")) {
      boolean dimension = sum();
      cursor.expect(")");
      return dimension;
    }
    char next = cursor.peek();
    int from = cursor.position();
    if (Character.isDigit(next)) {
      String digits = cursor.word();
      Optional<BigInteger> number = NumberText.integer(digits);
      if (number.isEmpty() || number.get().bitLength() >= Long.SIZE) {
        throw cursor.fail(
            from, "expected an integer of at most 64 bits, but found " + Found.quoted(digits));
      }
      return false;
    }
    String name = cursor.word();
    if (name.isEmpty()) {
      throw cursor.expected("affine expression");
    }
    if (!names.containsKey(name)) {
      throw cursor.fail(from, "use of undeclared identifier '" + name + "'");
    }
    return names.get(name);
  }
}
