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
import java.util.Comparator;
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
    if (tensors.containsKey(SafetensorsHeader.METADATA)) {
      throw new IllegalArgumentException("a tensor cannot be named " + SafetensorsHeader.METADATA);
    }
    List<Map.Entry<String, Tensor>> sorted =
        tensors.entrySet().stream()
            .sorted(
                Comparator.<Map.Entry<String, Tensor>>comparingInt(
                        e -> -e.getValue().kind().bytes())
                    .thenComparing(Map.Entry::getKey))
            .toList();
    byte[] header = header(sorted).getBytes(StandardCharsets.UTF_8);
    int length = Math.ceilDiv(header.length, ALIGNMENT) * ALIGNMENT;
    out.write(
        ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array());
    out.write(header);
    out.write(" ".repeat(length - header.length).getBytes(StandardCharsets.UTF_8));
    for (Map.Entry<String, Tensor> each : sorted) {
      TensorBytes.write(each.getValue(), out);
    }
  }

  private static String header(List<Map.Entry<String, Tensor>> tensors) throws IOException {
    StringWriter text = new StringWriter();
    long offset = 0;
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject();
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
