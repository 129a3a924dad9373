package org.qopt.target.dsp.dialect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.op.Clause;
import org.qopt.ir.type.Type;

/**
 * The shifts of an operation, which follow from the exponents in the types of its operands and
 * result where all of them are there. Where one is not, the shifts are found when the program runs,
 * and the operation has none.
 *
 * @param names the names of the shifts
 * @param formula the shifts
 */
public record Derivation(List<String> names, Formula formula) {
  /** The text of the clause. */
  static final String TEXT =
      "the shifts follow from the exponents in the types; there are none where one is dynamic";

  /** The shifts of static operations. */
  @FunctionalInterface
  public interface Formula {
    /**
     * {@return the attributes, by name}
     *
     * @param operands the types of the operands
     * @param result the type of the result
     * @param attributes the other attributes, defaults filled in
     */
    Map<String, Attribute> attributes(List<Type> operands, Type result, DictionaryAttr attributes);
  }

  /** {@return what an operation of these types has} */
  public Map<String, Attribute> attributes(
      List<Type> operands, Type result, DictionaryAttr attributes) {
    boolean known = DspTypes.isStatic(result) && operands.stream().allMatch(DspTypes::isStatic);
    return known ? formula.attributes(operands, result, attributes) : Map.of();
  }

  /** {@return the check that an operation has what follows, and nothing else} */
  Clause.Check clause() {
    return this::violation;
  }

  private Optional<String> violation(Operation operation) {
    Map<String, Attribute> expected =
        attributes(operation.operandTypes(), operation.result().type(), operation.allAttributes());
    for (String name : names) {
      Optional<Attribute> wanted = Optional.ofNullable(expected.get(name));
      Optional<Attribute> found = operation.attribute(name);
      if (!wanted.equals(found)) {
        return Optional.of(
            "expected %s, which follows from the types, but got %s"
                .formatted(text(name, wanted), text(name, found)));
      }
    }
    return Optional.empty();
  }

  private static String text(String name, Optional<Attribute> value) {
    return value.map(v -> "'" + name + "' = " + v).orElse("no '" + name + "'");
  }
}
