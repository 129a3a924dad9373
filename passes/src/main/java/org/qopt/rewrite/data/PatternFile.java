package org.qopt.rewrite.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.CodeSource;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

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
    try {
      Optional<String> inJar = inJar();
      return inJar.isPresent() ? inJar.get() : besideClass();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // The class's own jar is known. A class loader would open all jars before it to look for the
  // file,
  // which takes as long as everything else that a small program needs.
  private Optional<String> inJar() throws IOException {
    CodeSource source = room.getProtectionDomain().getCodeSource();
    String path = source == null ? "" : source.getLocation().getPath();
    // What a URL writes otherwise than a path does is left to the class loader.
    if (!path.endsWith(".jar") || path.indexOf('%') >= 0) {
      return Optional.empty();
    }
    try (ZipFile jar = new ZipFile(path)) {
      ZipEntry entry = jar.getEntry(room.getPackageName().replace('.', '/') + "/" + name);
      return entry == null ? Optional.empty() : Optional.of(text(jar.getInputStream(entry)));
    }
  }

  private String besideClass() throws IOException {
    try (InputStream file = room.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("there is no " + this);
      }
      return text(file);
    }
  }

  private static String text(InputStream bytes) throws IOException {
    return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return name + " beside " + room.getName();
  }
}
