package org.qopt.lit.shell;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** What the commands of a script leave to those after them. */
public final class ShellState {
  private Path directory;
  private final Map<String, String> environment;
  private final Deque<Path> directories = new ArrayDeque<>();
  private OptionalInt umask = OptionalInt.empty();

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

  Deque<Path> directories() {
    return directories;
  }

  Map<String, String> environment() {
    return environment;
  }

  OptionalInt umask() {
    return umask;
  }

  void changeUmask(int mask) {
    umask = OptionalInt.of(mask);
  }
}
