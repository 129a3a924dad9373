package org.qopt.parser.qir;

/** The automatons of lexer and parser, which ANTLR makes of their text when the classes load. */
final class Automatons {
  private static boolean loaded;

  private Automatons() {}

  /** Loads them, unless that is done. */
  static synchronized void load() {
    if (!loaded) {
      loaded = QirLexer._ATN.getNumberOfDecisions() > 0 && QirParser._ATN.states.size() > 0;
    }
  }
}
