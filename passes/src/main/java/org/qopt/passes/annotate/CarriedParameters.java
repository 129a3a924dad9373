package org.qopt.passes.annotate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.qopt.dialect.quant.QuantizedType;
import org.qopt.ir.Value;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.ShapedType;

/**
 * The scales and zero points that a program carries itself, by the float values that they are of:
 * what training or another quantizer decided, and no profile annotated.
 */
final class CarriedParameters {
  private final Map<Value, QuantizedType> types = new HashMap<>();
  private final Map<Value, Integers> integers = new HashMap<>();

  private boolean hasRanges;

  /**
   * What a float constant was made from.
   *
   * @param elements the integers
   * @param type the quantized type of the whole
   */
  record Integers(Tensor elements, ShapedType type) {}

  /** {@return the parameters of {@code value}, if the program carries some} */
  Optional<QuantizedType> of(Value value) {
    return Optional.ofNullable(types.get(value));
  }

  /** {@return what {@code constant} was made from, where a float32 does not hold each of them} */
  Optional<Integers> integers(Value constant) {
    return Optional.ofNullable(integers.get(constant));
  }

  /** {@return whether the program carries none at all, in no form} */
  boolean isEmpty() {
    return types.isEmpty() && !hasRanges;
  }

  /** Notes that ranges stand in the program, as operations. */
  void noteRanges() {
    hasRanges = true;
  }

  /** Notes the parameters of a value that has none yet. */
  void put(Value value, QuantizedType type) {
    types.put(value, type);
  }

  /** Notes what a constant was made from. */
  void put(Value constant, Integers from) {
    integers.put(constant, from);
  }
}
