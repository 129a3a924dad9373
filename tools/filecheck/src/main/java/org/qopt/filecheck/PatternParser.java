package org.qopt.filecheck;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.qopt.filecheck.regex.Regex;
import org.qopt.filecheck.regex.RegexSyntaxException;

/** Turns the text after a directive's colon into a {@link Pattern}. */
final class PatternParser {
  private static final int MAX_BACK_REFERENCE = 9;

  private final FileCheckOptions options;
  private final Variables variables;
  private final String prefix;
  private final Directive directive;
  private final OptionalInt line;

  private final List<String> pieces = new ArrayList<>();
  private final List<Substitution> substitutions = new ArrayList<>();
  private final Map<String, Integer> strings = new LinkedHashMap<>();
  private final Map<NumericVariable, Integer> numbers = new LinkedHashMap<>();
  private final Map<String, Integer> floats = new LinkedHashMap<>();
  private StringBuilder regex = new StringBuilder();
  private int nextGroup = 1;
  private Optional<Span> required = Optional.empty();

  private PatternParser(
      FileCheckOptions options,
      Variables variables,
      String prefix,
      Directive directive,
      OptionalInt line) {
    this.options = options;
    this.variables = variables;
    this.prefix = prefix;
    this.directive = directive;
    this.line = line;
  }

  /**
   * Reads a pattern.
   *
   * @param text the rest of the directive's line, without leading blanks unless they count
   */
  static Pattern parse(
      FileCheckOptions options, Variables variables, String prefix, Directive directive, Span text)
      throws CheckSyntaxException {
    Cursor cursor = open(options, prefix, directive, text);
    if (isLiteral(options, directive, cursor)) {
      return Pattern.literal(prefix, directive, cursor.rest(), options.ignoreCase());
    }
    // Only here, since to count the lines of a check file takes as long as to read it.
    OptionalInt line = OptionalInt.of(text.source().line(text.start()));
    return new PatternParser(options, variables, prefix, directive, line).parseRegex(cursor, text);
  }

  /**
   * What of an implicit pattern could be read: LLVM's FileCheck reports a mistake in it, and then
   * excludes what stands before.
   *
   * @param pattern the pattern, or what stands before the mistake, if anything
   * @param problems the mistake
   */
  record Implicit(Optional<Pattern> pattern, List<Diagnostic> problems) {}

  /**
   * Reads an implicit pattern.
   *
   * @throws CheckSyntaxException only of a mistake after which LLVM's FileCheck leaves at once
   */
  static Implicit parseImplicit(FileCheckOptions options, Variables variables, Span text)
      throws CheckSyntaxException {
    Directive not = Directive.of(Directive.Kind.NOT);
    PatternParser parser =
        new PatternParser(options, variables, "IMPLICIT-CHECK", not, OptionalInt.empty());
    try {
      return new Implicit(Optional.of(parser.parse(text)), List.of());
    } catch (CheckSyntaxException e) {
      if (e.exitStatus() != FileCheckResult.USAGE_ERROR) {
        throw e;
      }
      boolean something = !parser.regex.isEmpty() || !parser.pieces.isEmpty();
      return new Implicit(
          something ? Optional.of(parser.finish(text)) : Optional.empty(), e.diagnostics());
    }
  }

  private Pattern parse(Span text) throws CheckSyntaxException {
    Cursor cursor = open(options, prefix, directive, text);
    return isLiteral(options, directive, cursor)
        ? Pattern.literal(prefix, directive, cursor.rest(), options.ignoreCase())
        : parseRegex(cursor, text);
  }

  /** {@return a cursor at the pattern, which is empty where it may and must be} */
  private static Cursor open(
      FileCheckOptions options, String prefix, Directive directive, Span text)
      throws CheckSyntaxException {
    Cursor cursor = new Cursor(text);
    if (!(options.strictWhitespace() && options.matchFullLines())) {
      cursor.trimEnd();
    }
    boolean wantsEmpty = directive.is(Directive.Kind.EMPTY);
    if (cursor.isEmpty() && !wantsEmpty) {
      throw new CheckSyntaxException(
          text.head(), "found empty check string with prefix '" + prefix + ":'");
    }
    if (!cursor.isEmpty() && wantsEmpty) {
      throw new CheckSyntaxException(
          text.head(),
          "found non-empty check string for empty check with prefix '" + prefix + ":'");
    }
    return cursor;
  }

  private static boolean isLiteral(FileCheckOptions options, Directive directive, Cursor pattern) {
    return !directive.is(Directive.Kind.EMPTY)
        && (directive.literal() || !isFullLine(options, directive) && !hasBlocks(pattern));
  }

  private static boolean isFullLine(FileCheckOptions options, Directive directive) {
    return options.matchFullLines() && !directive.is(Directive.Kind.NOT);
  }

  private Pattern parseRegex(Cursor cursor, Span text) throws CheckSyntaxException {
    if (directive.is(Directive.Kind.EMPTY)) {
      regex.append("(\n$)");
      return finish(text);
    }
    boolean fullLine = isFullLine(options, directive);
    String margin = options.strictWhitespace() ? "" : " *";
    regex.append(fullLine ? "^" + margin : "");
    while (!cursor.isEmpty()) {
      parsePiece(cursor);
    }
    regex.append(fullLine ? margin + "$" : "");
    return finish(text);
  }

  private Pattern finish(Span text) {
    pieces.add(regex.toString());
    return new Pattern(
        prefix,
        directive,
        text,
        Optional.empty(),
        options.ignoreCase() ? Optional.empty() : required,
        List.copyOf(pieces),
        List.copyOf(substitutions),
        strings,
        numbers,
        floats,
        line,
        options.ignoreCase());
  }

  private static boolean hasBlocks(Cursor cursor) {
    byte[] bytes = cursor.source().raw();
    int last = cursor.end() - 1;
    for (int i = cursor.position(); i < last; i++) {
      byte b = bytes[i];
      if ((b == '{' || b == '[') && bytes[i + 1] == b) {
        return true;
      }
    }
    return false;
  }

  private void parsePiece(Cursor cursor) throws CheckSyntaxException {
    if (cursor.startsWith("{{")) {
      parseRegex(cursor);
    } else if (cursor.startsWith("[[") && !cursor.startsWith("[[[")) {
      parseBlock(cursor);
    } else {
      int start = cursor.position();
      int end = nearest(cursor.find("{{", start + 1), cursor.find("[[", start + 1), cursor.end());
      cursor.moveTo(end);
      Span literal = cursor.since(start);
      if (required.isEmpty() || literal.length() > required.get().length()) {
        required = Optional.of(literal);
      }
      regex.append(Regex.quote(literal.text()));
    }
  }

  private static int nearest(int first, int second, int end) {
    int a = first < 0 ? end : first;
    int b = second < 0 ? end : second;
    return Math.min(a, b);
  }

  private void parseRegex(Cursor cursor) throws CheckSyntaxException {
    int start = cursor.position();
    int end = cursor.find("}}", start);
    if (end < 0) {
      throw new CheckSyntaxException(cursor.here(), "found start of regex string with no end '}}'");
    }
    // The group keeps an alternation from reaching over its neighbours. As in LLVM's FileCheck, a
    // bar anywhere in the rest of the line brings it, which the numbers of back references show.
    boolean grouped = cursor.find("|", start) >= 0;
    if (grouped) {
      regex.append('(');
      nextGroup++;
    }
    appendRegex(cursor.source().span(start + 2, end));
    if (grouped) {
      regex.append(')');
    }
    cursor.moveTo(end + 2);
  }

  private void appendRegex(Span text) throws CheckSyntaxException {
    try {
      nextGroup += Regex.countGroups(text.text());
    } catch (RegexSyntaxException e) {
      throw new CheckSyntaxException(text.head(), "invalid regex: " + e.getMessage());
    }
    regex.append(text.text());
  }

  private void parseBlock(Cursor cursor) throws CheckSyntaxException {
    Span opening = cursor.here();
    cursor.moveTo(cursor.position() + 2);
    int end = blockEnd(cursor, opening);
    Span inside = opening.source().span(cursor.position(), end);
    cursor.moveTo(end + 2);
    if (inside.start() < inside.end() && inside.source().at(inside.start()) == '#') {
      Span block = inside.source().span(inside.start() + 1, inside.end());
      if (block.length() > 0 && block.source().at(block.start()) == '~') {
        appendFloat(block.source().span(block.start() + 1, block.end()));
      } else {
        appendNumber(block, new NumericBlockParser(variables, line).parse(block));
      }
    } else {
      parseStringBlock(inside);
    }
  }

  /** {@return the offset of the brackets that close the block; brackets nest in its regex} */
  private static int blockEnd(Cursor cursor, Span opening) throws CheckSyntaxException {
    SourceText text = opening.source();
    int depth = 0;
    for (int i = cursor.position(); i < cursor.end(); i++) {
      switch (text.at(i)) {
        case '\\' -> i++;
        case '[' -> depth++;
        case ']' -> {
          if (depth == 0 && i + 1 < cursor.end() && text.at(i + 1) == ']') {
            return i;
          }
          if (depth == 0) {
            throw CheckSyntaxException.fatal(
                opening.source().position(i), "missing closing \"]\" for regex variable");
          }
          depth--;
        }
        default -> {}
      }
    }
    throw new CheckSyntaxException(opening, "Invalid substitution block, no ]] found");
  }

  private void parseStringBlock(Span inside) throws CheckSyntaxException {
    Cursor cursor = new Cursor(inside);
    int colon = cursor.find(":", inside.start());
    int nameEnd = colon < 0 ? inside.end() : colon;
    for (int i = inside.start(); i < nameEnd; i++) {
      if (Cursor.isBlank(inside.source().at(i))) {
        throw new CheckSyntaxException(inside.source().position(i), "unexpected whitespace");
      }
    }
    VariableName name = VariableName.parse(cursor);
    if (colon >= 0) {
      defineString(cursor, name);
    } else if (name.pseudo()) {
      appendNumber(inside, new NumericBlockParser(variables, line).parseLegacyLine(inside));
    } else {
      useString(cursor, name);
    }
  }

  private void defineString(Cursor cursor, VariableName name) throws CheckSyntaxException {
    if (name.pseudo() || !cursor.consume(":")) {
      throw new CheckSyntaxException(
          name.span().head(), "invalid name in string variable definition");
    }
    if (variables.isNumber(name.text())) {
      throw new CheckSyntaxException(
          name.span().head(), "numeric variable with name '" + name.text() + "' already exists");
    }
    regex.append('(');
    strings.put(name.text(), nextGroup++);
    variables.declareString(name.text());
    if (!cursor.isEmpty()) {
      appendRegex(cursor.rest());
    }
    regex.append(')');
  }

  private void useString(Cursor cursor, VariableName name) throws CheckSyntaxException {
    if (!cursor.isEmpty()) {
      throw new CheckSyntaxException(name.span().head(), "invalid name in string variable use");
    }
    Integer group = strings.get(name.text());
    if (group == null) {
      substitute(new Substitution.OfString(name.span()));
      return;
    }
    // Defined on this very line: only the regular expression itself can know the value.
    if (group > MAX_BACK_REFERENCE) {
      throw new CheckSyntaxException(
          name.span().head(),
          "Can't back-reference more than " + MAX_BACK_REFERENCE + " variables");
    }
    regex.append('\\').append(group.intValue());
  }

  /** The alternation that enters for the block when it is matched is a group. */
  private void appendFloat(Span inside) throws CheckSyntaxException {
    FloatBlock block = new FloatBlockParser(variables, floats.keySet(), inside).parse();
    int group = nextGroup++;
    if (block.definition().isPresent()) {
      floats.put(block.definition().get(), group);
    }
    substitute(new Substitution.OfFloat(block));
  }

  private void appendNumber(Span block, NumericBlock number) throws CheckSyntaxException {
    if (number.definition().isPresent()) {
      regex.append('(');
      numbers.put(number.definition().get(), nextGroup++);
      variables.declareNumber(number.definition().get());
    }
    if (number.expression().isPresent()) {
      substitute(new Substitution.OfNumber(block, number.expression().get(), number.format()));
    } else {
      String wildcard = number.format().wildcard();
      nextGroup += wildcard.indexOf('(') < 0 ? 0 : 1;
      regex.append(wildcard);
    }
    if (number.definition().isPresent()) {
      regex.append(')');
    }
  }

  private void substitute(Substitution substitution) {
    pieces.add(regex.toString());
    regex = new StringBuilder();
    substitutions.add(substitution);
  }
}
