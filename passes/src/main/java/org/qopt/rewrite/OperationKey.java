package org.qopt.rewrite;

import com.google.common.collect.ImmutableMultiset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DenseElementsAttr;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.op.ConstantElements;
import org.qopt.ir.op.Traits;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Type;

/**
 * What makes two operations without regions and successors equal: kind, operands, attributes and
 * types. Operands are compared by identity, and where the operation is commutative in any order.
 * The hash is computed once.
 */
public final class OperationKey {
  private static final int SAMPLES = 16;

  private final String name;
  private final Value[] operands;
  private final boolean commutative;
  private final DictionaryAttr properties;
  private final Optional<Attribute> opaqueProperties;
  private final DictionaryAttr attributes;
  private final List<Type> types;
  private final int hash;

  private OperationKey(Operation operation) {
    name = operation.name();
    operands = operation.operands().toArray(Value[]::new);
    commutative = operands.length > 1 && operation.has(Traits.COMMUTATIVE);
    properties = operation.properties();
    opaqueProperties = operation.opaqueProperties();
    attributes = operation.attributes();
    types = operation.resultTypes();
    hash = hash(operation);
  }

  /** {@return what makes other operations equal to {@code operation} as it is now} */
  public static OperationKey of(Operation operation) {
    return new OperationKey(operation);
  }

  private int hash(Operation operation) {
    int result = 31 * name.hashCode() + types.hashCode();
    int taken = 0;
    for (Value operand : operands) {
      // The sum is the same in any order.
      taken = (commutative ? taken : 31 * taken) + System.identityHashCode(operand);
    }
    result = 31 * result + taken;
    result = 31 * (31 * result + properties.hashCode()) + attributes.hashCode();
    if (!operation.has(Traits.CONSTANT_LIKE)) {
      return result;
    }
    return 31 * result
        + operation
            .attribute(ConstantElements.VALUE, DenseElementsAttr.class)
            .map(elements -> sample(elements.value()))
            .orElse(0);
  }

  // The hash of a tensor knows only its shape, and a network has many constants of one shape.
  private static int sample(Tensor tensor) {
    if (tensor.size() == 0) {
      return 0;
    }
    int samples = tensor.isSplat() ? 1 : SAMPLES;
    int result = 1;
    for (int i = 0; i < samples; i++) {
      long index = (tensor.size() - 1) / (SAMPLES - 1) * i;
      result = 31 * result + Double.hashCode(tensor.real(index));
      result = 31 * result + Long.hashCode(tensor.integer(index));
    }
    return result;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OperationKey key
        && hash == key.hash
        && name.equals(key.name)
        && takesTheSame(key)
        && types.equals(key.types)
        && properties.equals(key.properties)
        && opaqueProperties.equals(key.opaqueProperties)
        && attributes.equals(key.attributes);
  }

  private boolean takesTheSame(OperationKey key) {
    return Arrays.equals(operands, key.operands)
        || commutative
            && ImmutableMultiset.copyOf(operands).equals(ImmutableMultiset.copyOf(key.operands));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
