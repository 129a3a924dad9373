package org.qopt.cli.reduce;

import org.qopt.ir.Program;

/** Decides whether a program still shows what the user looks for. */
interface Interest {
  /**
   * {@return whether it does}
   *
   * <p>Several threads may ask at once.
   *
   * @param program not to be changed
   * @throws org.qopt.ir.diagnostic.InvalidInputException if that cannot be found out of any program
   */
  boolean isIn(Program program);

  /** {@return what it means that it does not, as an error about the program that was given} */
  String absence();
}
