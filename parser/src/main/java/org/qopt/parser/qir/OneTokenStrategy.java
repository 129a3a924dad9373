package org.qopt.parser.qir;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.location.FileLocation;

/** Turns the first token that does not fit into a failure of the whole operation. */
final class OneTokenStrategy extends DefaultErrorStrategy {
  private final SourceFile source;
  private Token chosenAt;
  private int choice;
  private RuleContext context;

  OneTokenStrategy(SourceFile source) {
    this.source = source;
  }

  // Called where there is a choice. The next match finds the fault, but knows only of what it wants
  // itself; so the first choice at a token is kept, to tell all that could have stood there.
  @Override
  public void sync(Parser recognizer) {
    Token token = recognizer.getCurrentToken();
    if (token != chosenAt) {
      chosenAt = token;
      choice = recognizer.getState();
      context = recognizer.getContext();
    }
  }

  @Override
  public Token recoverInline(Parser recognizer) {
    throw failure(recognizer);
  }

  @Override
  public void reportError(Parser recognizer, RecognitionException e) {
    // Thrown by recover.
  }

  @Override
  public void recover(Parser recognizer, RecognitionException e) {
    throw failure(recognizer);
  }

  SyntaxFailure failure(Parser recognizer) {
    Token token = recognizer.getCurrentToken();
    if (token.getType() == QirLexer.UNBALANCED) {
      return unbalanced(token.getStartIndex());
    }
    IntervalSet expected =
        token == chosenAt
            ? recognizer.getATN().getExpectedTokens(choice, context)
            : recognizer.getExpectedTokens();
    String wanted = Expected.of(recognizer.getContext(), token, expected);
    String message =
        "expected "
            + wanted
            + ", but found "
            + Found.of(token)
            + NearWords.suggestion(token, expected);
    return SyntaxFailure.of(Diagnostic.error(place(recognizer, token, wanted), message));
  }

  // What is missing at the end of a line is missing there, not before what the next line begins
  // with, which is at fault only where it is no operation.
  private FileLocation place(Parser recognizer, Token token, String wanted) {
    FileLocation here = source.locate(token.getStartIndex());
    if (token.getType() != Token.EOF && wanted.equals(Expected.OPERATION)) {
      return here;
    }
    int lastEnd = ((RecoveringParser) recognizer).lastEnd();
    FileLocation before = source.locate(lastEnd);
    return lastEnd > 0 && before.line() < here.line() ? before : here;
  }

  private SyntaxFailure unbalanced(int start) {
    int open = start;
    while (!Brackets.isOpening(source.bytes()[open])) {
      open++;
    }
    Brackets brackets = new Brackets(source.bytes(), source.end());
    brackets.close(open);
    return SyntaxFailure.of(Diagnostic.error(source.locate(brackets.faultAt()), brackets.fault()));
  }
}
