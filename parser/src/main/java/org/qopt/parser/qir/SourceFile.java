package org.qopt.parser.qir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.location.FileLocation;
import org.qopt.parser.io.FileFaults;

/**
 * The bytes of a text with the name that diagnostics give it. A part of a file, made by {@link
 * #part}, keeps the file's line numbers.
 *
 * <p>Not for use by several threads.
 */
public final class SourceFile {
  // The largest array that every JVM can make, so the largest file that can be read.
  private static final long LARGEST = Integer.MAX_VALUE - 8;

  private final String name;
  private final Path folder;
  private final byte[] bytes;
  private final int start;
  private final int end;
  // Where the lines begin, and the place last asked for: questions come mostly in ascending order.
  private int[] lines = new int[0];
  private int lastOffset;
  private int lastLine = -1;
  private int lastColumn;

  private SourceFile(String name, Path folder, byte[] bytes, int start, int end) {
    this.name = name;
    this.folder = folder;
    this.bytes = bytes;
    this.start = start;
    this.end = end;
  }

  /** {@return the text {@code bytes}, which must not change} */
  public static SourceFile of(String name, byte[] bytes) {
    return new SourceFile(name, Path.of(""), bytes, 0, bytes.length);
  }

  /** {@return the text {@code text}} */
  public static SourceFile of(String name, String text) {
    return of(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * {@return the text of the file {@code path}, named as the path is written}
   *
   * @throws InvalidInputException if it cannot be read
   */
  public static SourceFile read(Path path) {
    try {
      if (Files.size(path) > LARGEST) {
        throw FileFaults.invalid(path.toString(), "a text of more than 2 GB cannot be read");
      }
      byte[] bytes = Files.readAllBytes(path);
      return new SourceFile(path.toString(), path.resolveSibling(""), bytes, 0, bytes.length);
    } catch (IOException e) {
      throw FileFaults.reading(path.toString(), e);
    }
  }

  /** {@return the part from byte {@code from} to before byte {@code to} of the file} */
  public SourceFile part(int from, int to) {
    return new SourceFile(name, folder, bytes, from, to);
  }

  /** {@return the name as the user gave it} */
  public String name() {
    return name;
  }

  /** {@return the folder that the text's files stand in: its own, or the current one} */
  Path folder() {
    return folder;
  }

  /** {@return the characters of this part} */
  public String text() {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  /** {@return the bytes of the whole file; not to be written to} */
  public byte[] bytes() {
    return bytes;
  }

  /** {@return where this part begins in {@link #bytes}} */
  public int start() {
    return start;
  }

  /** {@return where this part ends in {@link #bytes}} */
  public int end() {
    return end;
  }

  /** {@return the line and column of byte {@code offset} of the file} */
  public FileLocation locate(int offset) {
    int line = line(offset);
    if (line != lastLine || offset < lastOffset) {
      lastLine = line;
      lastOffset = lines[line];
      lastColumn = 0;
    }
    for (; lastOffset < offset; lastOffset++) {
      // Continuation bytes of UTF-8 are part of the character before.
      if (lastOffset >= bytes.length || (bytes[lastOffset] & 0xC0) != 0x80) {
        lastColumn++;
      }
    }
    return new FileLocation(name, line + 1, lastColumn + 1);
  }

  /** {@return line {@code number}, counted from 1, without its end, if there is one} */
  public Optional<String> line(long number) {
    findLines();
    if (number < 1 || number > lines.length) {
      return Optional.empty();
    }
    int from = lines[(int) number - 1];
    int to = from;
    while (to < bytes.length && bytes[to] != '\n' && bytes[to] != '\r') {
      to++;
    }
    return Optional.of(new String(bytes, from, to - from, StandardCharsets.UTF_8));
  }

  /** {@return whether only spaces stand before byte {@code offset} on its line} */
  boolean isFirstOfLine(int offset) {
    int i = offset;
    while (i > start && (bytes[i - 1] == ' ' || bytes[i - 1] == '\t')) {
      i--;
    }
    return i == start || bytes[i - 1] == '\n' || bytes[i - 1] == '\r';
  }

  private int line(int offset) {
    findLines();
    if (lastLine >= 0 && offset >= lines[lastLine]) {
      for (int line = lastLine; line < lastLine + 4; line++) {
        if (line + 1 >= lines.length || offset < lines[line + 1]) {
          return Math.min(line, lines.length - 1);
        }
      }
    }
    int found = Arrays.binarySearch(lines, offset);
    return found >= 0 ? found : -found - 2;
  }

  private void findLines() {
    if (lines.length > 0) {
      return;
    }
    int[] found = new int[Math.max(16, bytes.length / 64)];
    int count = 1;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        if (count == found.length) {
          found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = i + 1;
      }
    }
    lines = Arrays.copyOf(found, count);
  }
}
