package org.qopt.lit;

import java.nio.file.Path;

/**
 * A file that says how it is run.
 *
 * @param config the configuration of its folder
 * @param file the file, absolute
 */
public record LitTest(TestConfig config, Path file) {
  /** {@return the path inside the suite} */
  public Path path() {
    return config.suite().sourceRoot().relativize(file);
  }

  /** {@return the name that results show: the suite and the path} */
  public String name() {
    return config.suite().name() + " :: " + path();
  }

  /** {@return the call, as a shell takes it, that runs this test alone and shows what it did} */
  public String callAgain() {
    return "lit -v " + Transcript.quoted(file.toString());
  }

  /** {@return the folder in which the commands run} */
  Path workingDirectory() {
    return config.suite().outputRoot().resolve(path()).getParent();
  }

  /** {@return the folder for what the test writes} */
  Path temporaryDirectory() {
    return workingDirectory().resolve("Output");
  }
}
