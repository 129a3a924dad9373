package org.qopt.lit.shell;

import java.io.IOException;
import java.io.InputStream;

/** A command of a pipeline that has begun. */
interface RunningCommand {
  /** {@return what the next command reads; only that command may close it} */
  InputStream output();

  /**
   * Waits until the command has ended, and all that it wrote on standard error has been read.
   *
   * @throws IOException if this thread is interrupted
   */
  ExitStatus await() throws IOException;

  /** {@return what it wrote on standard error, as far as that is shown; complete after the end} */
  String shownError();
}
