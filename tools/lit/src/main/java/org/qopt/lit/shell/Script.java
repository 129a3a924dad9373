package org.qopt.lit.shell;

import java.util.List;

/** What a command line asks for. */
sealed interface Script {
  /**
   * Commands whose outputs are the next one's inputs.
   *
   * @param negated whether {@code !} turns success into failure
   */
  record Pipeline(List<Simple> commands, boolean negated) implements Script {}

  /** Two scripts, the second run depending on the status of the first. */
  record Chain(Script first, Connector connector, Script second) implements Script {}

  /** One command. */
  record Simple(List<Word> words, List<Redirection> redirections) {}

  /**
   * Where a stream comes from or goes to.
   *
   * @param kind what is done
   * @param descriptor which stream: 0, 1 or 2; or {@link #BOTH_OUTPUTS}
   * @param target a file, or the number of a stream
   */
  record Redirection(Kind kind, int descriptor, Word target) {
    static final int BOTH_OUTPUTS = -1;

    /** What is done with the stream. */
    enum Kind {
      READ,
      WRITE,
      APPEND,
      DUPLICATE
    }
  }

  /** When the second script runs. */
  enum Connector {
    ALWAYS,
    ON_SUCCESS,
    ON_FAILURE
  }
}
