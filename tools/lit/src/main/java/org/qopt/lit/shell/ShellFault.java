package org.qopt.lit.shell;

/** A command that cannot be run at all, which ends the whole script with status 127. */
public final class ShellFault extends Exception {
  /** The exit status of a script that ends so. */
  public static final int STATUS = 127;

  private static final long serialVersionUID = 1L;

  private final transient Script.Simple command;

  ShellFault(Script.Simple command, String message) {
    super(message, null, false, false);
    this.command = command;
  }

  /** {@return the command} */
  public Script.Simple command() {
    return command;
  }
}
