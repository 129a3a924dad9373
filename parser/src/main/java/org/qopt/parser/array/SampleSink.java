package org.qopt.parser.array;

import org.qopt.ir.tensor.Tensor;

/** Takes samples one after the other and stores them as one array. */
@FunctionalInterface
public interface SampleSink {
  /**
   * Stores samples behind those that came before.
   *
   * @param samples axis 0 counts samples; all calls agree in kind and in the other dimensions
   */
  void append(Tensor samples);
}
