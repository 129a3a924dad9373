package org.qopt.lit.shell;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The working directory and the environment of a shell; {@code cd} and {@code export} change it.
 */
public final class ShellState {
  private Path directory;
  private final Map<String, String> environment;

  /** A shell that starts in {@code directory} with a copy of {@code environment}. */
  public ShellState(Path directory, Map<String, String> environment) {
    this.directory = directory.toAbsolutePath().normalize();
    this.environment = new TreeMap<>(environment);
  }

  Path directory() {
    return directory;
  }

  void changeDirectory(Path other) {
    directory = other.normalize();
  }

  Map<String, String> environment() {
    return environment;
  }
}
