package org.qopt.filecheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qopt.filecheck.regex.Regex;
import org.qopt.filecheck.regex.RegexSyntaxException;

/** Cuts patterns and lines into words, signs and blocks, to compare them one by one. */
final class Tokenizer {
  private static final String ANY_NUMBER = "[-+0-9a-zA-Z.]+";

  private final Variables variables;
  private final List<Token> tokens = new ArrayList<>();

  private Tokenizer(Variables variables) {
    this.variables = variables;
  }

  /** {@return the tokens of a stretch of the input} */
  static List<Token> ofInput(Span span) {
    Tokenizer tokenizer = new Tokenizer(new Variables());
    tokenizer.addText(span.source(), span.start(), span.end());
    return tokenizer.tokens;
  }

  /** {@return the tokens of a pattern as it stands in the check file, with variables' values} */
  static List<Token> ofPattern(Pattern pattern, Variables variables) {
    Tokenizer tokenizer = new Tokenizer(variables);
    Span text = pattern.location();
    if (pattern.fixed().isPresent()) {
      tokenizer.addText(text.source(), text.start(), text.end());
    } else {
      tokenizer.addPattern(new Cursor(text));
    }
    return tokenizer.tokens;
  }

  private void addPattern(Cursor cursor) {
    while (!cursor.isEmpty()) {
      int start = cursor.position();
      boolean regex = cursor.startsWith("{{");
      if (!regex && (!cursor.startsWith("[[") || cursor.startsWith("[[["))) {
        int end = cursor.end();
        for (String opening : List.of("{{", "[[")) {
          int found = cursor.find(opening, start + 1);
          end = found < 0 ? end : Math.min(end, found);
        }
        addText(cursor.rest().source(), start, end);
        cursor.moveTo(end);
        continue;
      }
      int close = cursor.find(regex ? "}}" : "]]", start);
      int end = close < 0 ? cursor.end() : close;
      // The brackets of a list or a set may stand before those that close the block.
      while (!regex && end + 2 < cursor.end() && cursor.rest().source().at(end + 2) == ']') {
        end++;
      }
      cursor.moveTo(Math.min(end + 2, cursor.end()));
      addBlock(cursor.since(start), cursor.rest().source().span(start + 2, end), regex);
    }
  }

  private void addBlock(Span whole, Span inside, boolean regex) {
    String text = inside.text();
    int colon = text.indexOf(':');
    if (regex) {
      tokens.add(block(whole, text));
    } else if (text.startsWith("#")) {
      tokens.add(block(whole, text.startsWith("#~[") ? ".*" : ANY_NUMBER));
    } else if (colon >= 0) {
      tokens.add(block(whole, text.substring(colon + 1)));
    } else {
      Optional<String> value = variables.string(text);
      tokens.add(
          value.isPresent()
              ? new Token(whole, value, Optional.empty())
              : new Token(whole, Optional.empty(), Optional.empty()));
    }
  }

  private static Token block(Span whole, String regex) {
    try {
      return new Token(
          whole, Optional.empty(), Optional.of(Regex.compile("^(" + regex + ")$", false)));
    } catch (RegexSyntaxException e) {
      // A back reference into another block, for instance.
      return new Token(whole, Optional.empty(), Optional.empty());
    }
  }

  private void addText(SourceText source, int from, int to) {
    int at = from;
    while (at < to) {
      int start = at;
      while (at < to && isWord(source.at(at))) {
        at++;
      }
      if (at == start && !Character.isWhitespace(source.at(at++))) {
        tokens.add(Token.literal(source.span(start, at)));
      } else if (isWord(source.at(start))) {
        tokens.add(Token.literal(source.span(start, at)));
      }
    }
  }

  private static boolean isWord(char c) {
    return Words.isWordPart(c) && c != '-' || c == '.';
  }
}
