package org.qopt.filecheck.regex;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads POSIX extended regular expressions as LLVM's regcomp does: back references {@code \1} to
 * {@code \9}, {@code {} as a plain character unless a digit follows, and no byte set matches the
 * newline unless it names it.
 */
final class EreParser {
  private static final int MAX_REPETITIONS = 255;

  /** More than any sensible expression needs; what walks the tree recurses as deep. */
  private static final int MAX_DEPTH = 500;

  private static final char END = '\uffff';

  private final String text;
  private int position;
  private int groups;
  private int depth;

  /** What the groups hold whose closing parenthesis was read. */
  private final Map<Integer, Node> bodies = new HashMap<>();

  private final boolean ignoreCase;

  private EreParser(String text, boolean ignoreCase) {
    this.text = text;
    this.ignoreCase = ignoreCase;
  }

  /**
   * A tree and how many groups it has.
   *
   * @param root the tree
   * @param groups the number of its groups
   */
  record Parsed(Node root, int groups) {}

  /**
   * Reads an expression.
   *
   * @param ignoreCase whether letters will match in either case: a negated set then holds neither
   */
  static Parsed parse(String text, boolean ignoreCase) throws RegexSyntaxException {
    EreParser parser = new EreParser(text, ignoreCase);
    Node root = parser.parseChoice(false);
    return new Parsed(root, parser.groups);
  }

  private Node parseChoice(boolean inGroup) throws RegexSyntaxException {
    List<Node> alternatives = new ArrayList<>();
    do {
      List<Node> parts = new ArrayList<>();
      while (position < text.length() && peek() != '|' && !(inGroup && peek() == ')')) {
        parts.add(parseRepeat());
      }
      require(parts.stream().anyMatch(EreParser::isSomething), "empty (sub)expression");
      alternatives.add(parts.size() == 1 ? parts.getFirst() : new Node.Sequence(parts));
    } while (consume('|'));
    return alternatives.size() == 1 ? alternatives.getFirst() : new Node.Choice(alternatives);
  }

  /**
   * {@return whether regcomp makes code of {@code part}: of a part repeated no times it does not}
   */
  private static boolean isSomething(Node part) {
    return !(part instanceof Node.Repeat repeat) || repeat.max() != 0;
  }

  private Node parseRepeat() throws RegexSyntaxException {
    boolean caret = peek() == '^';
    Node atom = parseAtom();
    if (!atRepetition()) {
      return atom;
    }
    require(!caret, "repetition-operator operand invalid");
    Node repeat =
        switch (text.charAt(position++)) {
          case '*' -> new Node.Repeat(atom, 0, Node.Repeat.UNBOUNDED);
          case '+' -> new Node.Repeat(atom, 1, Node.Repeat.UNBOUNDED);
          case '?' -> new Node.Repeat(atom, 0, 1);
          default -> parseBounds(atom);
        };
    require(!atRepetition(), "repetition-operator operand invalid");
    return repeat;
  }

  private boolean atRepetition() {
    char c = peek();
    return c == '*' || c == '+' || c == '?' || c == '{' && isDigit(peek(1));
  }

  private Node parseBounds(Node atom) throws RegexSyntaxException {
    int min = parseCount();
    int max = min;
    if (consume(',')) {
      max = Node.Repeat.UNBOUNDED;
      if (isDigit(peek())) {
        max = parseCount();
        require(min <= max, "invalid repetition count(s)");
      }
    }
    if (!consume('}')) {
      boolean closed = text.indexOf('}', position) >= 0;
      throw new RegexSyntaxException(
          closed ? "invalid repetition count(s)" : "braces not balanced");
    }
    return new Node.Repeat(atom, min, max);
  }

  private int parseCount() throws RegexSyntaxException {
    int count = 0;
    int start = position;
    while (isDigit(peek()) && count <= MAX_REPETITIONS) {
      count = count * 10 + (text.charAt(position++) - '0');
    }
    require(position > start && count <= MAX_REPETITIONS, "invalid repetition count(s)");
    return count;
  }

  private Node parseAtom() throws RegexSyntaxException {
    char c = text.charAt(position++);
    return switch (c) {
      case '(' -> parseGroup();
      case ')' -> throw new RegexSyntaxException("parentheses not balanced");
      case '^' -> Node.Anchor.LINE_START;
      case '$' -> Node.Anchor.LINE_END;
      case Regex.NUMBER_START -> Node.Anchor.NUMBER_START;
      case Regex.NUMBER_END -> Node.Anchor.NUMBER_END;
      case '|' -> throw new RegexSyntaxException("empty (sub)expression");
      case '*', '+', '?' -> throw new RegexSyntaxException("repetition-operator operand invalid");
      case '.' -> new Node.Bytes(ByteSets.allBut('\n'));
      case '[' -> parseBracket();
      case '\\' -> parseEscape();
      case '{' -> {
        require(!isDigit(peek()), "repetition-operator operand invalid");
        yield new Node.Bytes(ByteSets.of(c));
      }
      default -> new Node.Bytes(ByteSets.of(c));
    };
  }

  private Node parseGroup() throws RegexSyntaxException {
    require(position < text.length(), "parentheses not balanced");
    int number = ++groups;
    require(++depth <= MAX_DEPTH, "out of memory");
    Node body = peek() == ')' ? new Node.Sequence(List.of()) : parseChoice(true);
    require(consume(')'), "parentheses not balanced");
    bodies.put(number, body);
    depth--;
    return new Node.Group(number, body);
  }

  private Node parseEscape() throws RegexSyntaxException {
    require(position < text.length(), "trailing backslash (\\)");
    char c = text.charAt(position++);
    if (c >= '1' && c <= '9') {
      require(bodies.containsKey(c - '0'), "invalid backreference number");
      return new Node.BackReference(c - '0', bodies.get(c - '0'));
    }
    return new Node.Bytes(ByteSets.of(c));
  }

  private Node parseBracket() throws RegexSyntaxException {
    if (text.startsWith("[:<:]]", position)) {
      position += 6;
      return Node.Anchor.WORD_START;
    }
    if (text.startsWith("[:>:]]", position)) {
      position += 6;
      return Node.Anchor.WORD_END;
    }
    boolean negated = consume('^');
    BitSet set = new BitSet(ByteSets.SIZE);
    if (consume(']')) {
      set.set(']');
    } else if (consume('-')) {
      set.set('-');
    }
    while (position < text.length() && peek() != ']' && !text.startsWith("-]", position)) {
      parseBracketTerm(set);
    }
    if (consume('-')) {
      set.set('-');
    }
    require(consume(']'), "brackets ([ ]) not balanced");
    if (!negated) {
      return new Node.Bytes(set);
    }
    return new Node.Bytes(ByteSets.complement(ignoreCase ? ByteSets.ignoringCase(set) : set));
  }

  private void parseBracketTerm(BitSet set) throws RegexSyntaxException {
    require(peek() != '-', "invalid character range");
    if (text.startsWith("[:", position)) {
      set.or(parseClass());
    } else if (text.startsWith("[=", position)) {
      set.set(parseCollating('='));
    } else {
      char low = parseBracketByte();
      char high = low;
      if (peek() == '-' && position + 1 < text.length() && peek(1) != ']') {
        position++;
        high = consume('-') ? '-' : parseBracketByte();
      }
      require(low <= high, "invalid character range");
      set.set(low, high + 1);
    }
  }

  private BitSet parseClass() throws RegexSyntaxException {
    position += 2;
    require(position < text.length(), "brackets ([ ]) not balanced");
    int start = position;
    while (Character.isLetter(peek())) {
      position++;
    }
    BitSet named =
        ByteSets.named(text.substring(start, position))
            .orElseThrow(() -> new RegexSyntaxException("invalid character class"));
    require(position < text.length(), "brackets ([ ]) not balanced");
    require(consume(':') && consume(']'), "invalid character class");
    return named;
  }

  private char parseBracketByte() throws RegexSyntaxException {
    require(position < text.length(), "brackets ([ ]) not balanced");
    return text.startsWith("[.", position) ? parseCollating('.') : text.charAt(position++);
  }

  /** Reads {@code [.x.]} or {@code [=x=]}, where {@code x} is a character or the name of one. */
  private char parseCollating(char delimiter) throws RegexSyntaxException {
    position += 2;
    require(position < text.length(), "brackets ([ ]) not balanced");
    int end = text.indexOf(delimiter + "]", position);
    require(end >= 0, "brackets ([ ]) not balanced");
    String name = text.substring(position, end);
    position = end + 2;
    return CollatingElements.named(name)
        .orElseThrow(() -> new RegexSyntaxException("invalid collating element"));
  }

  private char peek() {
    return peek(0);
  }

  private char peek(int ahead) {
    return position + ahead < text.length() ? text.charAt(position + ahead) : END;
  }

  private boolean consume(char c) {
    if (peek() != c) {
      return false;
    }
    position++;
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static void require(boolean condition, String message) throws RegexSyntaxException {
    if (!condition) {
      throw new RegexSyntaxException(message);
    }
  }
}
