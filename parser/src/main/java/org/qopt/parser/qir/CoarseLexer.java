package org.qopt.parser.qir;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.LexerNoViableAltException;
import org.qopt.ir.diagnostic.Diagnostic;

/** What the lexer's actions do: run over bytes to the end of a coarse token. */
abstract class CoarseLexer extends Lexer {
  private final ByteStream bytes;
  private final Brackets brackets;

  CoarseLexer(CharStream input) {
    super(input);
    bytes = (ByteStream) input;
    brackets = new Brackets(bytes.bytes(), bytes.end());
  }

  /** Goes on to after the bracket that closes the one just read. */
  protected final void balanced() {
    int open = bytes.index() - 1;
    int close = brackets.close(open);
    if (close < 0) {
      throw failure(brackets.faultAt(), brackets.fault());
    }
    bytes.seek(close + 1);
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

  @Override
  public void recover(LexerNoViableAltException e) {
    int at = e.getStartIndex();
    throw failure(at, "unexpected " + Found.character(bytes.bytes(), at, bytes.end()));
  }

  @Override
  public void notifyListeners(LexerNoViableAltException e) {
    // Reported by recover.
  }

  private SyntaxFailure failure(int offset, String message) {
    return SyntaxFailure.fatal(Diagnostic.error(bytes.source().locate(offset), message));
  }
}
