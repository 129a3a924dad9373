package org.qopt.parser.array;

import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

/** An array whose axis 0 counts samples, read a few samples at a time. Safe for use by threads. */
public interface SampleSource {
  /** {@return the array's name in its file; empty in a {@code .npy} file, which has none} */
  String name();

  /** {@return how the elements are stored} */
  ElementKind kind();

  /** {@return the shape of the whole array, axis 0 included} */
  Shape shape();

  /** {@return the number of samples: the first dimension, or 1 for an array without dimensions} */
  default long samples() {
    return shape().rank() == 0 ? 1 : shape().dim(0);
  }

  /** {@return the shape of one sample: the array's without its first dimension} */
  default Shape sampleShape() {
    return shape().rank() == 0
        ? shape()
        : Shape.of(shape().dims().subArray(1, shape().rank()).toArray());
  }

  /**
   * {@return samples {@code from} to {@code from + count - 1}: shape {@code count x sampleShape()},
   * or that of the array if it has no dimensions}. Cheapest in ascending order: going back in a
   * compressed array means reading it from its start.
   *
   * @throws IndexOutOfBoundsException if there are no such samples
   * @throws org.qopt.ir.diagnostic.InvalidInputException if the file is at fault, or so many
   *     samples are more than a Java array can hold
   */
  Tensor read(long from, int count);
}
