package org.qopt.parser.safetensors;

import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.type.Shape;

/**
 * What a header says of one tensor.
 *
 * @param kind how the elements are stored
 * @param shape the dimensions
 * @param begin the first byte, counted from the end of the header
 * @param end the byte behind the last
 */
record TensorEntry(ElementKind kind, Shape shape, long begin, long end) {
  /** {@return the number of bytes that kind and shape ask for} */
  long bytes() {
    return Math.multiplyExact(shape.elements(), kind.bytes());
  }
}
