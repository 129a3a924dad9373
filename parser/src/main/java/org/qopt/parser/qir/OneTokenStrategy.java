package org.qopt.parser.qir;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.qopt.ir.diagnostic.Diagnostic;

/** Turns the first token that does not fit into a failure of the whole operation. */
final class OneTokenStrategy extends DefaultErrorStrategy {
  private final SourceFile source;

  OneTokenStrategy(SourceFile source) {
    this.source = source;
  }

  @Override
  public void sync(Parser recognizer) {
    // Nothing to resynchronize: the next match finds the fault.
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
    String message =
        "expected " + Expected.of(recognizer, token) + ", but found " + Found.of(token);
    return SyntaxFailure.of(Diagnostic.error(source.locate(token.getStartIndex()), message));
  }
}
