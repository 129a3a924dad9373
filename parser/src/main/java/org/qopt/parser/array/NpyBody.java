package org.qopt.parser.array;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.parser.io.TensorBytes;

/** The content of a {@code .npy} file under way: the header is written anew at the end. */
final class NpyBody implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final ElementKind kind;
  private final Shape sampleShape;
  private final FileChannel channel;
  private final OutputStream out;
  private long samples;

  NpyBody(Path file, ElementKind kind, Shape sampleShape) throws IOException {
    this.kind = NpyHeader.stored(kind);
    this.sampleShape = sampleShape;
    this.channel = FileChannel.open(file, StandardOpenOption.WRITE);
    this.out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
    out.write(header());
  }

  private byte[] header() {
    long[] dims = new long[sampleShape.rank() + 1];
    dims[0] = samples;
    System.arraycopy(sampleShape.dims().toArray(), 0, dims, 1, sampleShape.rank());
    return NpyHeader.write(kind, Shape.of(dims));
  }

  void append(Tensor batch) throws IOException {
    Shape shape = batch.shape();
    if (shape.rank() != sampleShape.rank() + 1
        || !shape.with(0, 0).dims().subArray(1, shape.rank()).equals(sampleShape.dims())) {
      throw new IllegalArgumentException("samples of " + sampleShape + " wanted, got " + shape);
    }
    TensorBytes.write(batch.cast(kind), out);
    samples += shape.dim(0);
  }

  void finish() throws IOException {
    out.flush();
    ByteBuffer header = ByteBuffer.wrap(header());
    while (header.hasRemaining()) {
      channel.write(header, header.position());
    }
    channel.close();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
