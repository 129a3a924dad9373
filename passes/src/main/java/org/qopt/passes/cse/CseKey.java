package org.qopt.passes.cse;

import com.google.common.collect.ImmutableMultiset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DenseElementsAttr;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.op.Traits;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Type;

/**
 * What makes two operations equal. Values are compared by identity.
 *
 * @param name the kind of operation
 * @param operands what it takes; a multiset where the order does not matter
 * @param properties its declared attributes
 * @param attributes its other attributes
 * @param types the types of its results
 * @param sample a number made of a few elements of a constant: the hash of a tensor knows only its
 *     shape, and a network has many constants of one shape
 */
record CseKey(
    String name,
    Collection<Value> operands,
    DictionaryAttr properties,
    DictionaryAttr attributes,
    List<Type> types,
    int sample) {
  private static final int SAMPLES = 16;

  static CseKey of(Operation operation) {
    return new CseKey(
        operation.name(),
        operands(operation),
        operation.properties(),
        operation.attributes(),
        operation.resultTypes(),
        operation
            .attribute("value", DenseElementsAttr.class)
            .map(DenseElementsAttr::value)
            .flatMap(CseKey::sampled)
            .orElse(0));
  }

  private static Collection<Value> operands(Operation operation) {
    List<Value> operands = operation.operands();
    return operation.has(Traits.COMMUTATIVE) ? ImmutableMultiset.copyOf(operands) : operands;
  }

  private static Optional<Integer> sampled(Tensor tensor) {
    if (tensor.size() == 0) {
      return Optional.empty();
    }
    int hash = 1;
    for (int i = 0; i < SAMPLES; i++) {
      long index = (tensor.size() - 1) / (SAMPLES - 1) * i;
      hash = 31 * hash + Objects.hash(tensor.real(index), tensor.integer(index));
    }
    return Optional.of(hash);
  }
}
