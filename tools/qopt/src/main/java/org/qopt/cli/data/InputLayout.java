package org.qopt.cli.data;

import java.util.Optional;
import org.qopt.ir.type.Shape;

/**
 * How samples become arguments of a program: so many samples at a time, under which shape.
 *
 * @param samplesPerRun the number of samples that one run takes
 * @param argument the shape of the argument; a dimension that the program leaves open is the data's
 */
record InputLayout(int samplesPerRun, Shape argument) {
  /**
   * {@return the layout of samples of shape {@code sample} for an input of shape {@code input};
   * empty if they do not fit}
   *
   * <p>The sample equals the input without its first dimension, which then is a batch (1 and
   * unknown ones take one sample at a time), or the whole input, which then is no batch.
   */
  static Optional<InputLayout> of(Shape input, Shape sample) {
    boolean holdsSamples = input.rank() == 0 || input.dim(0) != 0;
    if (holdsSamples && input.rank() == sample.rank() + 1 && rest(input).isCompatibleWith(sample)) {
      long batch = input.isDynamic(0) ? 1 : input.dim(0);
      return Optional.of(new InputLayout(Math.toIntExact(batch), batched(batch, sample)));
    }
    return input.isCompatibleWith(sample)
        ? Optional.of(new InputLayout(1, sample))
        : Optional.empty();
  }

  private static Shape rest(Shape shape) {
    return Shape.of(shape.dims().subArray(1, shape.rank()).toArray());
  }

  private static Shape batched(long batch, Shape sample) {
    long[] dims = new long[sample.rank() + 1];
    dims[0] = batch;
    for (int i = 0; i < sample.rank(); i++) {
      dims[i + 1] = sample.dim(i);
    }
    return Shape.of(dims);
  }
}
