package org.qopt.parser.array;

import java.io.IOException;

/**
 * The elements of an array in Fortran order, put in row-major order when first asked for. One
 * sample is scattered over the whole file then, so the whole array is held in memory.
 */
final class RowMajorBytes implements ByteSource {
  /** The largest array, in bytes, that is put in order. */
  static final long LIMIT = 256L << 20;

  private final ByteSource source;
  private final NpyHeader header;
  private byte[] ordered;

  RowMajorBytes(ByteSource source, NpyHeader header) {
    this.source = source;
    this.header = header;
  }

  @Override
  public long size() {
    return source.size();
  }

  @Override
  public synchronized void read(long position, byte[] target) throws IOException {
    if (ordered == null) {
      byte[] columns = new byte[Math.toIntExact(header.dataBytes())];
      source.read(header.dataOffset(), columns);
      ordered = reordered(columns);
    }
    int offset = Math.toIntExact(position - header.dataOffset());
    System.arraycopy(ordered, offset, target, 0, target.length);
  }

  private byte[] reordered(byte[] columns) {
    int rank = header.shape().rank();
    int width = header.type().kind().bytes();
    int[] strides = new int[rank];
    int stride = width;
    for (int axis = 0; axis < rank; axis++) {
      strides[axis] = stride;
      stride *= header.shape().size(axis);
    }
    byte[] rows = new byte[columns.length];
    int[] index = new int[rank];
    int from = 0;
    for (int to = 0; to < rows.length; to += width) {
      System.arraycopy(columns, from, rows, to, width);
      for (int axis = rank - 1; axis >= 0; axis--) {
        from += strides[axis];
        if (++index[axis] < header.shape().size(axis)) {
          break;
        }
        from -= index[axis] * strides[axis];
        index[axis] = 0;
      }
    }
    return rows;
  }
}
