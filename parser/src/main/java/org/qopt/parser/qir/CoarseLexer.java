package org.qopt.parser.qir;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.LexerNoViableAltException;
import org.antlr.v4.runtime.Token;
import org.qopt.ir.diagnostic.Diagnostic;

/**
 * What the lexer's actions do: run over bytes to the end of a coarse token, and tell the names of
 * results from those of operands.
 */
abstract class CoarseLexer extends Lexer {
  private final ByteStream bytes;
  private final Brackets brackets;
  // Where the list of names last looked at stops; all names in it are the same.
  private int namesEnd;
  private boolean namesAreResults;

  CoarseLexer(CharStream input) {
    super(input);
    bytes = (ByteStream) input;
    brackets = new Brackets(bytes.bytes(), bytes.end());
  }

  @Override
  public final Token nextToken() {
    while (true) {
      int start = bytes.index();
      if (start >= bytes.end()) {
        return new QirToken(this, Token.EOF, start, start);
      }
      _type = Token.INVALID_TYPE;
      int matched = match();
      if (_type == Token.INVALID_TYPE) {
        _type = matched;
      }
      if (_type != SKIP) {
        return new QirToken(this, _type, start, bytes.index());
      }
    }
  }

  private int match() {
    try {
      return getInterpreter().match(bytes, DEFAULT_MODE);
    } catch (LexerNoViableAltException e) {
      int at = e.getStartIndex();
      String hint = bytes.bytes()[at] == '@' ? "; a symbol's name begins with a letter or '_'" : "";
      throw failure(at, "unexpected " + Found.character(bytes.bytes(), at, bytes.end()) + hint);
    }
  }

  /** Makes the name of a value just read that of a result, if it is one. */
  protected final void result() {
    if (bytes.index() > namesEnd) {
      namesEnd = ResultList.stop(bytes.bytes(), bytes.index(), bytes.end());
      namesAreResults = namesEnd < bytes.end() && bytes.bytes()[namesEnd] == '=';
    }
    if (namesAreResults) {
      _type = QirLexer.RESULT;
    }
  }

  /** Goes on to after the bracket that closes the one just read. */
  protected final void balanced() {
    int open = bytes.index() - 1;
    int close = brackets.close(open);
    if (close >= 0) {
      bytes.seek(close + 1);
    } else if (brackets.resumeAt() >= 0) {
      // The parser reports it, and goes on with the next operation.
      setType(QirLexer.UNBALANCED);
      bytes.seek(brackets.resumeAt());
    } else {
      throw failure(brackets.faultAt(), brackets.fault());
    }
  }

  /** Goes on to after the quote that closes the one just read. */
  protected final void string() {
    int open = bytes.index() - 1;
    int close = Brackets.closingQuote(bytes.bytes(), open, bytes.end());
    if (close < 0) {
      throw failure(open, "expected '\"' to end this string on its line");
    }
    bytes.seek(close + 1);
  }

  private SyntaxFailure failure(int offset, String message) {
    return SyntaxFailure.fatal(Diagnostic.error(bytes.source().locate(offset), message));
  }
}
