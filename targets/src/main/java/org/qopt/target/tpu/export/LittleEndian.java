package org.qopt.target.tpu.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.qopt.ir.tensor.Tensor;

/** The elements of constants as the format stores them. */
final class LittleEndian {
  private LittleEndian() {}

  static byte[] of(Tensor data) {
    return switch (data.kind()) {
      case I8 -> data.bytes();
      case I16 -> {
        ByteBuffer buffer = room(data, Short.BYTES);
        buffer.asShortBuffer().put(data.shorts());
        yield buffer.array();
      }
      case I32 -> {
        ByteBuffer buffer = room(data, Integer.BYTES);
        buffer.asIntBuffer().put(data.ints());
        yield buffer.array();
      }
      case I64 -> {
        ByteBuffer buffer = room(data, Long.BYTES);
        buffer.asLongBuffer().put(data.longs());
        yield buffer.array();
      }
      default -> throw new IllegalArgumentException("no constant of a legal program: " + data);
    };
  }

  private static ByteBuffer room(Tensor data, int bytes) {
    return ByteBuffer.allocate(Math.toIntExact(Math.multiplyExact(data.size(), bytes)))
        .order(ByteOrder.LITTLE_ENDIAN);
  }
}
