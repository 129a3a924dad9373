package org.qopt.parser.safetensors;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.qopt.ir.tensor.Tensor;
import org.qopt.parser.io.FileFaults;

/**
 * The tensors of a file. Opening reads the header alone; the elements of a tensor are read from the
 * mapping when they are asked for. The mapping ends when the last tensor of it is no longer in use.
 */
public final class SafetensorsFile {
  private static final long MAXIMAL_HEADER = 100_000_000;

  private final SafetensorsHeader header;
  private final byte[] headerText;
  private final MemorySegment data;

  private SafetensorsFile(SafetensorsHeader header, byte[] headerText, MemorySegment data) {
    this.header = header;
    this.headerText = headerText;
    this.data = data;
  }

  /** {@return {@link #open(Path, String)}, calling the file by its path in messages} */
  public static SafetensorsFile open(Path path) {
    return open(path, path.toString());
  }

  /**
   * {@return the file, with its header checked: types, shapes and places agree and cover the file}
   *
   * @param file what the file is called in messages
   * @throws org.qopt.ir.diagnostic.InvalidInputException if it cannot be read or is malformed
   */
  public static SafetensorsFile open(Path path, String file) {
    try {
      return of(map(path));
    } catch (SafetensorsFormatException e) {
      throw FileFaults.invalid(file, e.getMessage());
    } catch (IOException e) {
      throw FileFaults.reading(file, e);
    }
  }

  private static MemorySegment map(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path)) {
      if (!Files.isRegularFile(path)) {
        throw new IOException("not a regular file");
      }
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
    }
  }

  private static SafetensorsFile of(MemorySegment file) throws SafetensorsFormatException {
    if (file.byteSize() < Long.BYTES) {
      throw new SafetensorsFormatException("truncated: the file ends inside the header's length");
    }
    long length = file.get(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN), 0);
    if (length < 0 || length > MAXIMAL_HEADER) {
      throw new SafetensorsFormatException(
          "expected a header of at most "
              + MAXIMAL_HEADER
              + " bytes, found one of "
              + Long.toUnsignedString(length));
    }
    if (length > file.byteSize() - Long.BYTES) {
      throw new SafetensorsFormatException("truncated: the file ends inside the header");
    }
    byte[] text = file.asSlice(Long.BYTES, length).toArray(ValueLayout.JAVA_BYTE);
    MemorySegment data = file.asSlice(Long.BYTES + length);
    return new SafetensorsFile(
        SafetensorsHeader.parse(new String(text, StandardCharsets.UTF_8), data.byteSize()),
        text,
        data);
  }

  /** {@return the names of all tensors, in the header's order} */
  public ImmutableSet<String> names() {
    return header.tensors().keySet();
  }

  /**
   * {@return the SHA-256 of the header's text in lower-case hexadecimal: a file whose header holds
   * the hash of its data is told from others by it, without reading the data}
   */
  public String headerHash() {
    return ContentHash.of(headerText);
  }

  /** {@return the free text that the file carries, by name} */
  public ImmutableMap<String, String> metadata() {
    return header.metadata();
  }

  /** {@return the tensor of this name, if there is one, its elements still in the file} */
  public Optional<Tensor> tensor(String name) {
    return Optional.ofNullable(header.tensors().get(name))
        .map(
            entry ->
                Tensor.mapped(
                    entry.kind(),
                    entry.shape(),
                    data.asSlice(entry.begin(), entry.end() - entry.begin())));
  }
}
