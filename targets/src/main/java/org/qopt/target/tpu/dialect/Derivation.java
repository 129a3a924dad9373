package org.qopt.target.tpu.dialect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.op.Clause;
import org.qopt.ir.type.Type;

/** The integers of an operation that follow from the types of its operands and result. */
@FunctionalInterface
public interface Derivation {
  /** Arrays of more elements are not printed in messages. */
  int LONG = 8;

  /**
   * {@return the attributes that follow}
   *
   * @param operands the types of the operands
   * @param result the type of the result
   * @param attributes the attributes that do not follow, defaults filled in
   * @throws IllegalArgumentException if the types have no form in integers; the message says why
   */
  Map<String, Attribute> attributes(List<Type> operands, Type result, DictionaryAttr attributes);

  /** {@return the check that an operation has the attributes that follow} */
  default Clause.Check clause() {
    return this::violation;
  }

  private Optional<String> violation(Operation operation) {
    Map<String, Attribute> expected;
    try {
      expected =
          attributes(
              operation.operandTypes(), operation.result().type(), operation.allAttributes());
    } catch (IllegalArgumentException e) {
      return Optional.of("expected types that have a form in integers, but " + e.getMessage());
    }
    for (Map.Entry<String, Attribute> entry : new TreeMap<>(expected).entrySet()) {
      Attribute found = operation.required(entry.getKey(), Attribute.class);
      if (!found.equals(entry.getValue())) {
        return Optional.of(message(entry.getKey(), entry.getValue(), found));
      }
    }
    return Optional.empty();
  }

  private static String message(String name, Attribute expected, Attribute found) {
    if (expected instanceof DenseIntArrayAttr(_, var wanted)
        && found instanceof DenseIntArrayAttr(_, var given)
        && wanted.length() == given.length()
        && wanted.length() > LONG) {
      int i = 0;
      while (wanted.get(i) == given.get(i)) {
        i++;
      }
      return "expected element %d of '%s' to be %d, which follows from the types, but got %d"
          .formatted(i, name, wanted.get(i), given.get(i));
    }
    return "expected '%s' to be %s, which follows from the types, but got %s"
        .formatted(name, expected, found);
  }
}
