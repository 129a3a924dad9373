package org.qopt.parser.qir;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.misc.Interval;

/** A token that knows no more than its place: most texts of tokens are never made a string. */
final class QirToken implements Token {
  private final TokenSource lexer;
  private final int type;
  private final int start;
  private final int end;

  /** The token of the bytes from {@code start} to before {@code end}. */
  QirToken(TokenSource lexer, int type, int start, int end) {
    this.lexer = lexer;
    this.type = type;
    this.start = start;
    this.end = end;
  }

  @Override
  public int getType() {
    return type;
  }

  @Override
  public int getStartIndex() {
    return start;
  }

  @Override
  public int getStopIndex() {
    return end - 1;
  }

  @Override
  public String getText() {
    return getInputStream().getText(Interval.of(start, end - 1));
  }

  @Override
  public CharStream getInputStream() {
    return lexer.getInputStream();
  }

  @Override
  public TokenSource getTokenSource() {
    return lexer;
  }

  // Places in lines are found where they are asked for, by SourceFile.
  @Override
  public int getLine() {
    return 0;
  }

  @Override
  public int getCharPositionInLine() {
    return -1;
  }

  @Override
  public int getChannel() {
    return DEFAULT_CHANNEL;
  }

  @Override
  public int getTokenIndex() {
    return -1;
  }

  @Override
  public String toString() {
    return getText();
  }
}
