package org.qopt.parser.safetensors;

import com.google.gson.stream.JsonWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.qopt.ir.tensor.Tensor;
import org.qopt.parser.io.FileFaults;
import org.qopt.parser.io.OutputFiles;
import org.qopt.parser.io.TensorBytes;

/**
 * Writes named tensors. Wide elements come first and names decide among equals, so that every
 * tensor is aligned to its elements without gaps, which the format forbids, and equal tensors give
 * equal files. What is held in memory does not depend on the tensors' sizes.
 */
public final class SafetensorsWriter {
  /** The key in the file's metadata under which the hash of its data stands. */
  public static final String DATA_HASH = "data_sha256";

  private static final int ALIGNMENT = Long.BYTES;

  private SafetensorsWriter() {}

  /**
   * Writes a file that appears under its name whole or not at all.
   *
   * @throws org.qopt.ir.diagnostic.InvalidInputException if it cannot be written
   */
  public static void write(Path file, Map<String, Tensor> tensors) {
    try (OutputFiles outputs = new OutputFiles()) {
      try (OutputStream out =
          new BufferedOutputStream(Files.newOutputStream(outputs.stage(file)))) {
        write(out, tensors);
      }
      outputs.commit();
    } catch (IOException e) {
      throw FileFaults.writing(file.toString(), e);
    }
  }

  /**
   * Writes the content of a file to a stream, as to one of several files that appear together.
   *
   * @throws IllegalArgumentException if a tensor has the one name that the format keeps to itself
   */
  public static void write(OutputStream out, Map<String, Tensor> tensors) throws IOException {
    write(out, tensors, Map.of());
  }

  /**
   * Writes the content of a file whose header holds the SHA-256 of its data under {@value
   * #DATA_HASH}, so that the header alone tells it from others with tensors of the same shapes.
   * Every tensor is read twice.
   *
   * @return the SHA-256 of the header's text, as {@link SafetensorsFile#headerHash()} gives it
   * @throws IllegalArgumentException if a tensor has the one name that the format keeps to itself
   */
  public static String writeHashed(OutputStream out, Map<String, Tensor> tensors)
      throws IOException {
    MessageDigest digest = ContentHash.sha256();
    try (OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      for (Map.Entry<String, Tensor> each : sorted(tensors)) {
        TensorBytes.write(each.getValue(), sink);
      }
    }
    String hash = HexFormat.of().formatHex(digest.digest());
    return ContentHash.of(write(out, tensors, Map.of(DATA_HASH, hash)));
  }

  private static byte[] write(
      OutputStream out, Map<String, Tensor> tensors, Map<String, String> metadata)
      throws IOException {
    if (tensors.containsKey(SafetensorsHeader.METADATA)) {
      throw new IllegalArgumentException("a tensor cannot be named " + SafetensorsHeader.METADATA);
    }
    List<Map.Entry<String, Tensor>> sorted = sorted(tensors);
    byte[] text = header(sorted, metadata).getBytes(StandardCharsets.UTF_8);
    int length = Math.ceilDiv(text.length, ALIGNMENT) * ALIGNMENT;
    byte[] header = Arrays.copyOf(text, length);
    Arrays.fill(header, text.length, length, (byte) ' ');
    out.write(
        ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array());
    out.write(header);
    for (Map.Entry<String, Tensor> each : sorted) {
      TensorBytes.write(each.getValue(), out);
    }
    return header;
  }

  private static List<Map.Entry<String, Tensor>> sorted(Map<String, Tensor> tensors) {
    return tensors.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<String, Tensor>>comparingInt(e -> -e.getValue().kind().bytes())
                .thenComparing(Map.Entry::getKey))
        .toList();
  }

  private static String header(
      List<Map.Entry<String, Tensor>> tensors, Map<String, String> metadata) throws IOException {
    StringWriter text = new StringWriter();
    long offset = 0;
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject();
      if (!metadata.isEmpty()) {
        json.name(SafetensorsHeader.METADATA).beginObject();
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
          json.name(entry.getKey()).value(entry.getValue());
        }
        json.endObject();
      }
      for (Map.Entry<String, Tensor> each : tensors) {
        Tensor tensor = each.getValue();
        json.name(each.getKey()).beginObject().name("dtype").value(tensor.kind().name());
        json.name("shape").beginArray();
        for (long dim : tensor.shape().dims().asList()) {
          json.value(dim);
        }
        json.endArray().name("data_offsets").beginArray().value(offset);
        offset += TensorBytes.count(tensor);
        json.value(offset).endArray().endObject();
      }
      json.endObject();
    }
    return text.toString();
  }
}
