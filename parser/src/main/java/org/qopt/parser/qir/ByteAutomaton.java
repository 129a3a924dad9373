package org.qopt.parser.qir;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.atn.LexerATNSimulator;
import org.antlr.v4.runtime.dfa.DFAState;

/**
 * Runs over bytes in the automaton that ANTLR builds of the lexer's grammar, as fast as an array is
 * read. Where a part of the automaton is still missing, ANTLR recognizes the token and adds it.
 */
final class ByteAutomaton extends LexerATNSimulator {
  private final ByteStream bytes;

  private ByteAutomaton(Lexer lexer, LexerATNSimulator original, ByteStream bytes) {
    super(lexer, original.atn, original.decisionToDFA, original.getSharedContextCache());
    this.bytes = bytes;
  }

  /** {@return what recognizes the tokens of {@code lexer} in {@code bytes}} */
  static ByteAutomaton of(Lexer lexer, ByteStream bytes) {
    return new ByteAutomaton(lexer, lexer.getInterpreter(), bytes);
  }

  @Override
  public int match(CharStream input, int mode) {
    byte[] text = bytes.bytes();
    int start = bytes.index();
    int end = bytes.end();
    DFAState state = decisionToDFA[mode].s0;
    DFAState accepting = null;
    int acceptedAt = start;
    int at = start;
    while (state != null && state.edges != null && at < end && text[at] >= 0) {
      state = state.edges[text[at]];
      if (state == ERROR && accepting != null) {
        return accept(accepting, start, acceptedAt);
      }
      at++;
      if (state != null && state.isAcceptState) {
        accepting = state;
        acceptedAt = at;
      }
    }
    return super.match(input, mode);
  }

  private int accept(DFAState accepting, int start, int end) {
    bytes.seek(end);
    if (accepting.lexerActionExecutor != null) {
      accepting.lexerActionExecutor.execute(recog, bytes, start);
    }
    return accepting.prediction;
  }
}
