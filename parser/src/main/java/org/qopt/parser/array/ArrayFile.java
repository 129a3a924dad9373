package org.qopt.parser.array;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.qopt.parser.io.FileFaults;

/**
 * An open {@code .npy} or {@code .npz} file; which of the two is told by its first bytes. Its
 * arrays can be read until it is closed.
 */
public final class ArrayFile implements AutoCloseable {
  private static final String SUFFIX = ".npy";

  private final String file;
  private final ImmutableMap<String, SampleSource> arrays;
  private final AutoCloseable handle;

  private ArrayFile(String file, ImmutableMap<String, SampleSource> arrays, AutoCloseable handle) {
    this.file = file;
    this.arrays = arrays;
    this.handle = handle;
  }

  /** {@return {@link #open(Path, String)}, calling the file by its path in messages} */
  public static ArrayFile open(Path path) {
    return open(path, path.toString());
  }

  /**
   * {@return the file, with all headers read and checked}
   *
   * @param file what the file is called in messages
   * @throws org.qopt.ir.diagnostic.InvalidInputException if it cannot be read or is malformed
   */
  public static ArrayFile open(Path path, String file) {
    try {
      byte[] start = start(path);
      if (NpyHeader.isMagic(start)) {
        return openSingle(path, file);
      }
      if (isArchive(start)) {
        return openArchive(path, file);
      }
    } catch (ZipException e) {
      throw FileFaults.invalid(
          file, "truncated or corrupt: its parts cannot be found (" + e.getMessage() + ")");
    } catch (IOException e) {
      throw FileFaults.reading(file, e);
    }
    throw FileFaults.invalid(file, "expected an array (.npy) or an archive of arrays (.npz)");
  }

  private static byte[] start(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    if (Files.isDirectory(path)) {
      throw new IOException("is a directory");
    }
    // A pipe or a device has no size and cannot be read twice.
    if (!Files.isRegularFile(path)) {
      throw new IOException("not a regular file");
    }
    try (InputStream stream = Files.newInputStream(path)) {
      return stream.readNBytes(8);
    }
  }

  // PK with a number below 7 behind it starts any part of an archive, also an empty one.
  private static boolean isArchive(byte[] start) {
    return start.length >= 4 && start[0] == 'P' && start[1] == 'K' && start[2] < 7;
  }

  private static ArrayFile openSingle(Path path, String file) throws IOException {
    FileChannel channel = FileChannel.open(path);
    try {
      SampleSource array =
          NpySource.of(new Origin(file, ""), new FileBytes(channel, channel.size()));
      return new ArrayFile(file, ImmutableMap.of("", array), channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static ArrayFile openArchive(Path path, String file) throws IOException {
    ZipFile archive = new ZipFile(path.toFile());
    try {
      ImmutableMap.Builder<String, SampleSource> arrays = ImmutableMap.builder();
      for (Iterator<? extends ZipEntry> i = archive.entries().asIterator(); i.hasNext(); ) {
        ZipEntry entry = i.next();
        if (entry.getName().endsWith(SUFFIX)) {
          String name = entry.getName().substring(0, entry.getName().length() - SUFFIX.length());
          arrays.put(name, NpySource.of(new Origin(file, name), new ZipEntryBytes(archive, entry)));
        }
      }
      return new ArrayFile(file, arrays.buildKeepingLast(), archive);
    } catch (RuntimeException e) {
      archive.close();
      throw e;
    }
  }

  /** {@return what the file is called in messages} */
  public String file() {
    return file;
  }

  /**
   * {@return the arrays by name, in the file's order; a {@code .npy} file has one, whose name is
   * empty}
   */
  public ImmutableMap<String, SampleSource> arrays() {
    return arrays;
  }

  /** {@return whether the arrays have names: the file is a {@code .npz}} */
  public boolean isNamed() {
    return handle instanceof ZipFile;
  }

  /** Closes the file; reading its arrays fails from now on. */
  @Override
  public void close() {
    try {
      handle.close();
    } catch (Exception e) {
      // Nothing was written: what has been read is not less true for it.
      return;
    }
  }
}
