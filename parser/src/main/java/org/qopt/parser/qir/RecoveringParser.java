package org.qopt.parser.qir;

import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticKind;

/** Knows how deep in braces and rules the parser is, and goes on after an operation at fault. */
abstract class RecoveringParser extends ValueTokens {
  private int braces;
  private int nesting;
  private int lastEnd;

  RecoveringParser(TokenStream input) {
    super(input);
  }

  /** Forgets what was begun of {@code operation}. */
  abstract void giveUp(PendingOperation operation);

  /** {@return how many braces are open} */
  final int braces() {
    return braces;
  }

  /** {@return how many levels deep the parser is in what is recursive} */
  final int nesting() {
    return nesting;
  }

  @Override
  public final Token consume() {
    Token token = super.consume();
    lastEnd = token.getStopIndex() + 1;
    switch (token.getType()) {
      case QirLexer.LBRACE -> braces++;
      case QirLexer.RBRACE -> braces--;
      default -> {}
    }
    return token;
  }

  /** {@return the offset of the byte after the token consumed last} */
  final int lastEnd() {
    return lastEnd;
  }

  /** Goes one level deeper into something recursive. */
  protected final void enterNesting() {
    if (nesting++ >= Limits.NESTING) {
      throw SyntaxFailure.fatal(
          Diagnostic.error(
                  at(getCurrentToken()), "nested more than " + Limits.NESTING + " levels deep")
              .as(DiagnosticKind.NESTING));
    }
  }

  /** Comes back one level. */
  protected final void leaveNesting() {
    nesting--;
  }

  /** Gives up an operation and goes on to where the next one seems to begin. */
  final void recoverOperation(RuntimeException cause, PendingOperation operation) {
    SyntaxFailure failure =
        switch (cause) {
          case SyntaxFailure f -> f;
          case RecognitionException _ ->
              ((OneTokenStrategy) getErrorHandler()).failure((Parser) this);
          default -> throw cause;
        };
    if (failure.isFatal()) {
      throw failure;
    }
    problems().loseDefinitions();
    problems().report(failure.diagnostic());
    giveUp(operation);
    nesting = operation.nesting();
    if (getCurrentToken() == operation.start()) {
      consume();
    }
    while (!canResume(operation)) {
      consume();
    }
  }

  private boolean canResume(PendingOperation operation) {
    return switch (getCurrentToken().getType()) {
      case Token.EOF -> true;
      case QirLexer.RBRACE -> braces <= operation.braces();
      case QirLexer.VALUE,
          QirLexer.RESULT,
          QirLexer.STRING,
          QirLexer.WORD,
          QirLexer.LABEL,
          QirLexer.MODULE,
          QirLexer.FUNC,
          QirLexer.CALL,
          QirLexer.RETURN,
          QirLexer.CALL_INDIRECT,
          QirLexer.CONSTANT,
          QirLexer.CAST ->
          braces <= operation.braces() && source().isFirstOfLine(getCurrentToken().getStartIndex());
      default -> false;
    };
  }
}
