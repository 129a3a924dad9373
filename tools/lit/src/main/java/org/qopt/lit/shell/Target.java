package org.qopt.lit.shell;

import java.nio.file.Path;

/** Where an output of a command goes. */
sealed interface Target {
  /** To the next command of the pipeline, or to whoever reads what the test did. */
  record Next() implements Target {
    static final Next INSTANCE = new Next();
  }

  /** To whoever reads what the test did. */
  record Shown() implements Target {
    static final Shown INSTANCE = new Shown();
  }

  /**
   * To a file, which exists by now.
   *
   * @param name its name, as it is written
   */
  record File(String name, Path path) implements Target {}
}
