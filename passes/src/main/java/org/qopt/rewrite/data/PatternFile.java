package org.qopt.rewrite.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A file that lies beside a class.
 *
 * @param room the class
 * @param name the name of the file
 */
record PatternFile(Class<?> room, String name) {
  /**
   * {@return what the file holds}
   *
   * @throws IllegalStateException if there is none
   */
  String text() {
    try (InputStream file = room.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("there is no " + this);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name + " beside " + room.getName();
  }
}
