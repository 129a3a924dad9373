package org.qopt.parser.io;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.qopt.ir.tensor.Tensor;

/** The elements of a tensor as the bytes that files hold: little-endian, row-major. */
public final class TensorBytes {
  private static final int BLOCK = 1 << 16;

  private TensorBytes() {}

  /** {@return how many bytes all elements take} */
  public static long count(Tensor tensor) {
    return Math.multiplyExact(tensor.size(), tensor.kind().bytes());
  }

  /** Writes all elements, a block at a time, whether they are in memory, mapped or a splat. */
  public static void write(Tensor tensor, OutputStream out) throws IOException {
    MemorySegment memory = tensor.memory();
    byte[] block = new byte[(int) Math.min(BLOCK, count(tensor))];
    if (tensor.isSplat()) {
      for (int i = 0; i < block.length; i++) {
        block[i] = memory.get(ValueLayout.JAVA_BYTE, i % memory.byteSize());
      }
    }
    long total = count(tensor);
    for (long done = 0; done < total; done += block.length) {
      int part = (int) Math.min(block.length, total - done);
      if (!tensor.isSplat()) {
        MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, done, block, 0, part);
      }
      out.write(block, 0, part);
    }
  }
}
