package org.qopt.parser.qir;

import java.util.Optional;
import org.qopt.ir.attribute.DenseElementsAttr;
import org.qopt.ir.type.TensorType;

/** Where the elements of {@code dense_resource<key>} come from. */
@FunctionalInterface
interface Resources {
  /**
   * {@return the constant of type {@code type} under {@code key}, if there is one}
   *
   * @throws IllegalArgumentException if what is stored under the key does not fit the type; the
   *     message says how
   */
  Optional<DenseElementsAttr> find(String key, TensorType type);
}
