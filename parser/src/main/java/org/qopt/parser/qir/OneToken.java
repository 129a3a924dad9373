package org.qopt.parser.qir;

import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * The stream of a grammar that decides by the next token alone: it holds that one and the one
 * before.
 */
final class OneToken implements TokenStream {
  private final TokenSource lexer;
  private Token previous;
  private Token current;
  private int index;

  OneToken(TokenSource lexer) {
    this.lexer = lexer;
    current = lexer.nextToken();
    previous = current;
  }

  @Override
  public void consume() {
    previous = current;
    current = lexer.nextToken();
    index++;
  }

  @Override
  public Token LT(int offset) {
    return switch (offset) {
      case 1 -> current;
      case -1 -> previous;
      default -> throw new IllegalArgumentException("no token at hand at " + offset);
    };
  }

  @Override
  public int LA(int offset) {
    return LT(offset).getType();
  }

  @Override
  public int index() {
    return index;
  }

  @Override
  public TokenSource getTokenSource() {
    return lexer;
  }

  @Override
  public String getSourceName() {
    return lexer.getSourceName();
  }

  // ---- what asks for more than the grammar needs

  @Override
  public int mark() {
    throw new UnsupportedOperationException("the grammar looks one token ahead");
  }

  @Override
  public void release(int marker) {
    throw new UnsupportedOperationException("the grammar looks one token ahead");
  }

  @Override
  public void seek(int place) {
    throw new UnsupportedOperationException("the grammar looks one token ahead");
  }

  @Override
  public int size() {
    throw new UnsupportedOperationException("not all tokens are at hand");
  }

  @Override
  public Token get(int place) {
    throw new UnsupportedOperationException("not all tokens are at hand");
  }

  @Override
  public String getText(Interval interval) {
    throw new UnsupportedOperationException("not all tokens are at hand");
  }

  @Override
  public String getText() {
    throw new UnsupportedOperationException("not all tokens are at hand");
  }

  @Override
  public String getText(RuleContext context) {
    throw new UnsupportedOperationException("not all tokens are at hand");
  }

  @Override
  public String getText(Token from, Token to) {
    throw new UnsupportedOperationException("not all tokens are at hand");
  }
}
