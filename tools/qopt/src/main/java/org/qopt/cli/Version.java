package org.qopt.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this build. */
public final class Version {
  private static final String RESOURCE = "version.properties";

  private Version() {}

  /** {@return the version that the build was given} */
  public static String text() {
    try (InputStream stream = Version.class.getResourceAsStream(RESOURCE)) {
      Properties properties = new Properties();
      properties.load(stream);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
