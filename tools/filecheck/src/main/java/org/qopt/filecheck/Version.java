package org.qopt.filecheck;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of this build. */
final class Version {
  private static final String RESOURCE = "version.txt";

  private Version() {}

  /** {@return what {@code --version} prints} */
  static String line() {
    try (InputStream in = Version.class.getResourceAsStream(RESOURCE)) {
      return "filecheck " + new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE + " of this build", e);
    }
  }
}
