package org.qopt.lit.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a command line into words and operators, with the quoting rules of LLVM's internal shell:
 * parentheses, dollars and backquotes mean themselves, and so does a backslash that begins a word.
 */
final class Lexer {
  private static final List<String> OPERATORS =
      List.of("&&", "||", "|&", "&>>", "&>", ">>", ">&", "<&", "|", ";", ">", "<", "&");
  private static final String OPERATOR_STARTS = "&|;<>";

  private final String line;
  private int position;

  private Lexer(String line) {
    this.line = line;
  }

  static List<Token> tokens(String line) throws ShellSyntaxException {
    Lexer lexer = new Lexer(line);
    List<Token> tokens = new ArrayList<>();
    while (lexer.skipSpace()) {
      tokens.add(lexer.next());
    }
    return tokens;
  }

  private boolean skipSpace() {
    while (position < line.length() && Character.isWhitespace(line.charAt(position))) {
      position++;
    }
    return position < line.length();
  }

  private Token next() throws ShellSyntaxException {
    int digits = position;
    while (digits < line.length() && Character.isDigit(line.charAt(digits))) {
      digits++;
    }
    boolean redirects =
        digits > position
            && digits < line.length()
            && (line.charAt(digits) == '>' || line.charAt(digits) == '<');
    if (redirects) {
      String descriptor = line.substring(position, digits);
      position = digits;
      if (descriptor.length() > 1) {
        throw new ShellSyntaxException("unsupported file descriptor " + descriptor);
      }
      return operator(descriptor.charAt(0) - '0');
    }
    return OPERATOR_STARTS.indexOf(line.charAt(position)) >= 0 ? operator(-1) : word();
  }

  private Token operator(int descriptor) {
    for (String operator : OPERATORS) {
      if (line.startsWith(operator, position)) {
        position += operator.length();
        return new Token.Operator(operator, descriptor);
      }
    }
    throw new IllegalStateException("no operator at " + position + " of " + line);
  }

  private Token word() throws ShellSyntaxException {
    StringBuilder text = new StringBuilder();
    int start = position;
    boolean pattern = false;
    boolean quotedPattern = false;
    while (position < line.length()) {
      char c = line.charAt(position);
      if (Character.isWhitespace(c) || OPERATOR_STARTS.indexOf(c) >= 0) {
        break;
      }
      position++;
      if (c == '\'' || c == '"') {
        String inside = quoted(c);
        quotedPattern |= isPattern(inside);
        text.append(inside);
      } else if (c == '\\' && position - 1 > start) {
        if (position == line.length()) {
          throw new ShellSyntaxException("escape at the end of the command");
        }
        text.append(line.charAt(position++));
      } else {
        pattern |= c == '*' || c == '?';
        text.append(c);
      }
    }
    if (pattern && quotedPattern) {
      throw new ShellSyntaxException("a pattern both inside and outside of quotes: " + text);
    }
    return new Token.OfWord(new Word(text.toString(), pattern));
  }

  private static boolean isPattern(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
  }

  private String quoted(char quote) throws ShellSyntaxException {
    StringBuilder text = new StringBuilder();
    while (position < line.length()) {
      char c = line.charAt(position++);
      if (c == quote) {
        return text.toString();
      }
      boolean escapes =
          quote == '"'
              && c == '\\'
              && position < line.length()
              && "\"\\".indexOf(line.charAt(position)) >= 0;
      text.append(escapes ? line.charAt(position++) : c);
    }
    throw new ShellSyntaxException("missing quote character " + quote);
  }
}
