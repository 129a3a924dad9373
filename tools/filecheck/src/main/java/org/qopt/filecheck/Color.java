package org.qopt.filecheck;

/** Colours of a terminal, all of them bold, as LLVM's tools use them. */
enum Color {
  /** The terminal's own colour. */
  PLAIN("1"),
  BLACK("0;1;30"),
  RED("0;1;31"),
  GREEN("0;1;32"),
  BLUE("0;1;34"),
  MAGENTA("0;1;35"),
  CYAN("0;1;36"),
  ON_CYAN("0;1;46"),
  /** Ends what another colour began. */
  RESET("0");

  private final String sequence;

  Color(String codes) {
    sequence = "\u001b[" + codes + "m";
  }

  /** {@return the control sequence, or nothing unless {@code colored}} */
  String begin(boolean colored) {
    return colored ? sequence : "";
  }

  /** {@return {@code text} in this colour if {@code colored}} */
  String paint(String text, boolean colored) {
    return colored ? sequence + text + RESET.sequence : text;
  }
}
