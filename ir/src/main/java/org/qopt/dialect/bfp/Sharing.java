package org.qopt.dialect.bfp;

import org.qopt.ir.type.Shape;

/** Which elements of a tensor share an exponent. */
public sealed interface Sharing {
  /** All of them; written {@code tensor}. */
  record PerTensor() implements Sharing {
    @Override
    public Shape exponents(Shape shape) {
      return Shape.of();
    }

    @Override
    public String toString() {
      return "tensor";
    }
  }

  /**
   * Those with one index along an axis; written {@code channel(0)}.
   *
   * @param axis the axis, counted from 0
   */
  record PerChannel(int axis) implements Sharing {
    /** Checks the axis. */
    public PerChannel {
      if (axis < 0) {
        throw new IllegalArgumentException(
            "expected a channel axis of at least 0, but got " + axis);
      }
    }

    @Override
    public Shape exponents(Shape shape) {
      return Shape.of(shape.dim(axis));
    }

    @Override
    public String toString() {
      return "channel(" + axis + ")";
    }
  }

  /**
   * Neighbours along the last axis, counted from its start; the last block of a row may have fewer,
   * and a number by itself is a block. Written {@code block(16)}, or {@code block(all)} for whole
   * rows.
   *
   * @param size how many they are, {@link #ALL} for the whole axis
   */
  record PerBlock(int size) implements Sharing {
    /** The size of a block that is the whole axis. */
    public static final int ALL = Integer.MAX_VALUE;

    /** Checks the size. */
    public PerBlock {
      if (size < 1) {
        throw new IllegalArgumentException("expected blocks of at least 1, but got " + size);
      }
    }

    @Override
    public Shape exponents(Shape shape) {
      if (shape.rank() == 0) {
        return shape;
      }
      long[] dims = shape.dims().toArray();
      dims[dims.length - 1] = Math.ceilDiv(dims[dims.length - 1], (long) size);
      return Shape.of(dims);
    }

    @Override
    public String toString() {
      return size == ALL ? "block(all)" : "block(" + size + ")";
    }
  }

  /**
   * {@return the shape of the exponents of a tensor of shape {@code shape}: no dimension for one,
   * one for channels, that of the tensor with fewer indices along the last axis for blocks}
   */
  Shape exponents(Shape shape);
}
