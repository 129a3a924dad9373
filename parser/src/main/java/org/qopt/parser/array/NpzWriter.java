package org.qopt.parser.array;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.parser.io.FileFaults;
import org.qopt.parser.io.OutputFiles;
import org.qopt.parser.io.TensorBytes;

/**
 * Writes a {@code .npz} file: several named arrays, whole or sample by sample, side by side. The
 * file appears under its name when {@link #finish()} is called, whole; closing before that leaves
 * no trace. Entries are stored, not compressed, in the order in which they were added, and carry no
 * time: equal arrays give equal files.
 *
 * <p>bfloat16, which the format does not have, is written as float32.
 */
public final class NpzWriter implements AutoCloseable {
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final String file;
  private final OutputFiles outputs = new OutputFiles();
  private final Path archive;
  // An archive takes one entry after the other, so each is a file of its own until the end.
  private final SequencedMap<String, Path> entries = new LinkedHashMap<>();
  private final List<NpyBody> streams = new ArrayList<>();

  private NpzWriter(Path path) throws IOException {
    this.file = path.toString();
    this.archive = outputs.stage(path);
  }

  /**
   * {@return a writer of an archive}
   *
   * @throws org.qopt.ir.diagnostic.InvalidInputException if the file cannot be written
   */
  public static NpzWriter create(Path path) {
    try {
      return new NpzWriter(path);
    } catch (IOException e) {
      throw FileFaults.writing(path.toString(), e);
    }
  }

  /**
   * {@return where samples of a new array go, as many as will be appended}
   *
   * @param sampleShape the dimensions after the first
   * @throws IllegalArgumentException if there is an array of this name already
   */
  public SampleSink stream(String name, ElementKind kind, Shape sampleShape) {
    try {
      NpyBody body = new NpyBody(newEntry(name), kind, sampleShape);
      streams.add(body);
      return samples -> append(body, samples);
    } catch (IOException e) {
      throw FileFaults.writing(file, e);
    }
  }

  private void append(NpyBody body, Tensor samples) {
    try {
      body.append(samples);
    } catch (IOException e) {
      throw FileFaults.writing(file, e);
    }
  }

  /**
   * Adds a whole array.
   *
   * @throws IllegalArgumentException if there is an array of this name already
   */
  public void add(String name, Tensor array) {
    Tensor storable = array.cast(NpyHeader.stored(array.kind()));
    try (OutputStream out = Files.newOutputStream(newEntry(name))) {
      out.write(NpyHeader.write(storable.kind(), storable.shape()));
      TensorBytes.write(storable, out);
    } catch (IOException e) {
      throw FileFaults.writing(file, e);
    }
  }

  private Path newEntry(String name) throws IOException {
    if (entries.containsKey(name)) {
      throw new IllegalArgumentException("two arrays named " + name);
    }
    Path part = outputs.scratch(archive);
    entries.put(name, part);
    return part;
  }

  /**
   * Puts the file in its place.
   *
   * @throws org.qopt.ir.diagnostic.InvalidInputException if the file cannot be written
   */
  public void finish() {
    try {
      for (NpyBody stream : streams) {
        stream.finish();
      }
      try (ZipOutputStream zip =
          new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(archive)))) {
        for (Map.Entry<String, Path> entry : entries.entrySet()) {
          store(entry.getKey(), entry.getValue(), zip);
        }
      }
      outputs.commit();
    } catch (IOException e) {
      throw FileFaults.writing(file, e);
    }
  }

  private static void store(String name, Path part, ZipOutputStream zip) throws IOException {
    ZipEntry entry = new ZipEntry(name + ".npy");
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(Files.size(part));
    entry.setCrc(checksum(part));
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    Files.copy(part, zip);
    zip.closeEntry();
  }

  private static long checksum(Path part) throws IOException {
    CRC32 checksum = new CRC32();
    try (InputStream in = new CheckedInputStream(Files.newInputStream(part), checksum)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return checksum.getValue();
  }

  /** Discards what was added, unless it was finished. */
  @Override
  public void close() {
    try (outputs) {
      for (NpyBody stream : streams) {
        stream.close();
      }
    } catch (IOException e) {
      throw FileFaults.writing(file, e);
    }
  }
}
