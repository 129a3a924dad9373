package org.qopt.lit.shell;

/**
 * How a command ended.
 *
 * @param code its exit status; below 0 when a signal ended it
 * @param crashed whether it ended without meaning to
 * @param crashedInProcess whether it did so in this process
 */
record ExitStatus(int code, boolean crashed, boolean crashedInProcess) {
  /** What a process that aborts ends with. */
  private static final int ABORTED = -6;

  private static final int FIRST_SIGNAL = 128;

  static ExitStatus of(int code) {
    return new ExitStatus(code, false, false);
  }

  static ExitStatus crashInProcess() {
    return new ExitStatus(ABORTED, true, true);
  }

  /**
   * {@return how a process ended}
   *
   * @param code what Java says; a signal N is 128 + N, as shells say it too
   * @param isShell whether the program is a shell, which reports the signals of its commands so
   */
  static ExitStatus ofProcess(int code, boolean isShell) {
    if (code <= FIRST_SIGNAL || code > FIRST_SIGNAL + 64) {
      return of(code);
    }
    return new ExitStatus(isShell ? code : FIRST_SIGNAL - code, true, false);
  }
}
