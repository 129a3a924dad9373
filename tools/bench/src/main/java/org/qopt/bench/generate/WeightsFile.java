package org.qopt.bench.generate;

import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.qopt.parser.safetensors.ContentHash;

/**
 * A file of weights that takes no space on the disk, since nothing is written into it, and the
 * small program that it belongs to.
 *
 * @param tensors how many tensors the file holds
 * @param elements how many floats each has
 */
public record WeightsFile(int tensors, int elements) {
  /** The name of the file. */
  public static final String NAME = "weights.safetensors";

  /** {@return four tensors of 1 GiB each} */
  public static WeightsFile of4Gibibytes() {
    return new WeightsFile(4, 1 << 28);
  }

  /** Makes the file in {@code folder}. */
  public void create(Path folder) throws IOException {
    byte[] header = header();
    ByteBuffer start = ByteBuffer.allocate(Long.BYTES + header.length);
    start.order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).put(header).flip();
    long bytes = (long) tensors * elements * Float.BYTES;
    try (FileChannel file =
        FileChannel.open(
            folder.resolve(NAME), StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
      long data = start.remaining();
      file.write(start);
      // One byte at the end makes the file as long as it is to be.
      file.write(ByteBuffer.allocate(1), data + bytes - 1);
    }
  }

  /** {@return the program that uses every tensor} */
  public Generator program() {
    return this::writeProgram;
  }

  private byte[] header() {
    StringBuilder json = new StringBuilder("{");
    long bytes = (long) elements * Float.BYTES;
    for (int i = 0; i < tensors; i++) {
      json.append(i == 0 ? "" : ",")
          .append(
              "\"w%d\":{\"dtype\":\"F32\",\"shape\":[%d],\"data_offsets\":[%d,%d]}"
                  .formatted(i, elements, i * bytes, (i + 1) * bytes));
    }
    return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
  }

  private void writeProgram(Writer out) throws IOException {
    String type = "tensor<" + elements + "xf32>";
    out.write("func.func @main() -> " + type + " {\n");
    for (int i = 0; i < tensors; i++) {
      out.write(
          "  %"
              + i
              + " = nn.constant {value = dense_resource<w"
              + i
              + "> : "
              + type
              + "} : "
              + type
              + "\n");
    }
    out.write("  return %0 : " + type + "\n}\n");
    out.write(
        """
        {-#
          external_resources: {
            qopt: {
              weights: "%s",
              weights_header_sha256: "%s"
            }
          }
        #-}
        """
            .formatted(NAME, ContentHash.of(header())));
  }
}
