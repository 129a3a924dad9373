package org.qopt.rewrite.data;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Map;
import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DictionaryAttr;

/**
 * What a matched operation must look like; binds its operands and what computes them.
 *
 * @param slot where the operation is bound
 * @param names what it may be called
 * @param attributes what its attributes must be
 * @param operands what its operands must be
 * @param otherwise the reason to give where it looks different, if the pattern says one
 */
record OperationShape(
    int slot,
    ImmutableSet<String> names,
    DictionaryAttr attributes,
    ImmutableList<OperandShape> operands,
    Optional<String> otherwise)
    implements Step {

  @Override
  public Optional<String> take(Bindings bindings) {
    Optional<String> difference = difference(bindings);
    return difference.isPresent() && otherwise.isPresent() ? otherwise : difference;
  }

  private Optional<String> difference(Bindings bindings) {
    Operation operation = bindings.operation(slot);
    if (!names.contains(operation.name())) {
      return Optional.of("it finds '" + operation.name() + "' where it expects " + quoted());
    }
    int found = operation.operandCount();
    if (found != operands.size()) {
      return Optional.of(
          "'" + operation.name() + "' has " + found + " operands, not " + operands.size());
    }
    for (Map.Entry<String, Attribute> entry : attributes.entries().entrySet()) {
      Optional<Attribute> value = attribute(operation, entry.getKey());
      if (value.isEmpty() || !value.get().equals(entry.getValue())) {
        return Optional.of(otherAttribute(operation, entry.getKey(), value, entry.getValue()));
      }
    }
    for (int i = 0; i < operands.size(); i++) {
      Optional<String> refusal = operands.get(i).refusal(operation, i, bindings);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  /** {@return an attribute of an operation, or its default} */
  static Optional<Attribute> attribute(Operation operation, String name) {
    return operation
        .attribute(name)
        .or(() -> operation.def().flatMap(definition -> definition.defaultOf(name)));
  }

  private static String otherAttribute(
      Operation operation, String name, Optional<Attribute> found, Attribute expected) {
    String value = found.isPresent() ? found.get().toString() : "not set";
    return "'" + name + "' of '" + operation.name() + "' is " + value + ", not " + expected;
  }

  private String quoted() {
    return "'" + String.join("' or '", names) + "'";
  }
}
