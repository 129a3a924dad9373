package org.qopt.parser.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Output files that appear together and whole, or not at all. Each is written under another name in
 * the folder of its target; {@link #commit()} moves all of them to their targets; closing without a
 * commit deletes them and leaves the targets untouched.
 *
 * <p>A target that exists and is no regular file (a device, a pipe) is not replaced: what was
 * staged is copied into it. A symbolic link is followed, so that the link stays.
 */
public final class OutputFiles implements AutoCloseable {
  private final List<Staged> staged = new ArrayList<>();
  private final List<Path> scratch = new ArrayList<>();

  private record Staged(Path file, Path target, boolean special) {}

  /** Nothing staged yet. */
  public OutputFiles() {}

  /**
   * {@return an empty file to write, which becomes {@code target} on commit}
   *
   * @throws IOException if the target's folder cannot be written to, or the target is a directory
   *     or write-protected
   */
  public Path stage(Path target) throws IOException {
    if (Files.isDirectory(target)) {
      throw new FileSystemException(target.toString(), null, "is a directory");
    }
    boolean exists = Files.exists(target);
    if (exists && !Files.isWritable(target)) {
      throw new AccessDeniedException(target.toString());
    }
    Path real = exists ? target.toRealPath() : target.toAbsolutePath();
    boolean special = exists && !Files.isRegularFile(real);
    Path file = special ? Files.createTempFile("qopt", ".tmp") : createBeside(real);
    // For an interrupted process; a file that has been moved is no longer under this name.
    file.toFile().deleteOnExit();
    staged.add(new Staged(file, real, special));
    return file;
  }

  /**
   * {@return an empty file in the folder of {@code sibling} for what is needed until the commit}
   *
   * @throws IOException if it cannot be made
   */
  public Path scratch(Path sibling) throws IOException {
    Path file = createBeside(sibling);
    file.toFile().deleteOnExit();
    scratch.add(file);
    return file;
  }

  // Not Files.createTempFile, whose files only their owner may read.
  private static Path createBeside(Path target) throws IOException {
    long random = ThreadLocalRandom.current().nextLong();
    String name = "." + target.getFileName() + "." + Long.toHexString(random) + ".tmp";
    return Files.createFile(target.resolveSibling(name));
  }

  /**
   * Moves every staged file to its target, in the order in which they were staged.
   *
   * @throws IOException if one cannot be moved; targets before it have then been replaced
   */
  public void commit() throws IOException {
    for (Staged each : staged) {
      if (each.special) {
        try (OutputStream out = Files.newOutputStream(each.target)) {
          Files.copy(each.file, out);
        }
        Files.delete(each.file);
      } else {
        move(each.file, each.target);
      }
    }
    staged.clear();
    close();
  }

  private static void move(Path file, Path target) throws IOException {
    try {
      Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Deletes what was staged and not committed, and the scratch files. */
  @Override
  public void close() throws IOException {
    for (Staged each : staged) {
      Files.deleteIfExists(each.file);
    }
    staged.clear();
    for (Path file : scratch) {
      Files.deleteIfExists(file);
    }
    scratch.clear();
  }
}
