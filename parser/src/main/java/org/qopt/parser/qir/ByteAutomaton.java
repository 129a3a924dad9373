package org.qopt.parser.qir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.atn.LexerATNSimulator;
import org.antlr.v4.runtime.dfa.DFAState;

/**
 * Runs over bytes in the automaton that ANTLR builds of the lexer's grammar, as a table that is as
 * fast as an array is read. Where a part of the automaton is still missing, ANTLR recognizes the
 * token and adds it.
 */
final class ByteAutomaton extends LexerATNSimulator {
  // What the table says of a state and a byte: nothing yet, no way on, or the next state's row.
  private static final int UNKNOWN = 0;
  private static final int NONE = -1;
  private static final int WIDTH = 1 << 7;

  private final ByteStream bytes;
  // Row 0 is no state, so that a row is never UNKNOWN.
  private final List<DFAState> states = new ArrayList<>();
  private final Map<DFAState, Integer> rows = new HashMap<>();
  private int[] table = new int[32 * WIDTH];
  private boolean[] accepting = new boolean[32];

  private ByteAutomaton(Lexer lexer, LexerATNSimulator original, ByteStream bytes) {
    super(lexer, original.atn, original.decisionToDFA, original.getSharedContextCache());
    this.bytes = bytes;
    states.add(ERROR);
  }

  /** {@return what recognizes the tokens of {@code lexer} in {@code bytes}} */
  static ByteAutomaton of(Lexer lexer, ByteStream bytes) {
    return new ByteAutomaton(lexer, lexer.getInterpreter(), bytes);
  }

  @Override
  public int match(CharStream input, int mode) {
    DFAState first = decisionToDFA[mode].s0;
    if (first == null) {
      return super.match(input, mode);
    }
    byte[] text = bytes.bytes();
    int start = bytes.index();
    int end = bytes.end();
    int row = states.size() > 1 ? 1 : row(first);
    int accepted = 0;
    int acceptedAt = start;
    for (int at = start; at < end && text[at] >= 0; at++) {
      int next = table[row * WIDTH + text[at]];
      if (next == UNKNOWN) {
        next = learn(row, text[at]);
      }
      if (next == NONE && accepted > 0) {
        return accept(states.get(accepted), start, acceptedAt);
      }
      if (next <= 0) {
        break;
      }
      row = next;
      if (accepting[row]) {
        accepted = row;
        acceptedAt = at + 1;
      }
    }
    return super.match(input, mode);
  }

  // What ANTLR knows by now.
  private int learn(int row, byte b) {
    DFAState[] edges = states.get(row).edges;
    DFAState next = edges == null ? null : edges[b];
    if (next == null) {
      return UNKNOWN;
    }
    int known = next == ERROR ? NONE : row(next);
    table[row * WIDTH + b] = known;
    return known;
  }

  private int row(DFAState state) {
    Integer known = rows.get(state);
    if (known != null) {
      return known;
    }
    int row = states.size();
    states.add(state);
    rows.put(state, row);
    if (row == accepting.length) {
      accepting = Arrays.copyOf(accepting, row * 2);
      table = Arrays.copyOf(table, row * 2 * WIDTH);
    }
    accepting[row] = state.isAcceptState;
    return row;
  }

  private int accept(DFAState state, int start, int end) {
    bytes.seek(end);
    if (state.lexerActionExecutor != null) {
      state.lexerActionExecutor.execute(recog, bytes, start);
    }
    return state.prediction;
  }
}
