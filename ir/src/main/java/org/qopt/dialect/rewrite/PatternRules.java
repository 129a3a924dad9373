package org.qopt.dialect.rewrite;

import java.util.List;
import java.util.Optional;
import org.qopt.ir.Block;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.ArrayAttr;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.op.AttributeConstraint;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Trait;

/** What the definitions of the dialect have in common. */
final class PatternRules {
  /** Stands directly in a pattern. */
  static final Trait IN_PATTERN =
      new Trait(
          "InPattern",
          "stands directly in a rewrite.pattern",
          (operation, sink) -> {
            if (operation.parentOp().filter(parent -> parent.is(PatternOp.DEF)).isEmpty()) {
              sink.report(
                  Diagnostic.error(
                      operation.reportLocation(),
                      "'%s' op expects to stand directly in a 'rewrite.pattern'"
                          .formatted(operation.name())));
            }
          });

  /** Attributes by name. */
  static final AttributeConstraint DICTIONARY =
      new AttributeConstraint("dictionary", a -> a instanceof DictionaryAttr);

  /** Attributes in order. */
  static final AttributeConstraint LIST =
      new AttributeConstraint("list of attributes", a -> a instanceof ArrayAttr);

  /** Strings in order. */
  static final AttributeConstraint STRINGS =
      new AttributeConstraint(
          "list of strings", a -> a instanceof ArrayAttr list && areStrings(list));

  /** The full name of an operation, or several. */
  static final AttributeConstraint NAMES =
      new AttributeConstraint(
          "string or list of strings",
          a ->
              a instanceof StringAttr
                  || (a instanceof ArrayAttr list
                      && !list.elements().isEmpty()
                      && areStrings(list)));

  /** A list without elements. */
  static final ArrayAttr NONE = ArrayAttr.of(List.of());

  private PatternRules() {}

  private static boolean areStrings(ArrayAttr list) {
    return list.elements().stream().allMatch(StringAttr.class::isInstance);
  }

  /** {@return the strings of an attribute of the form {@link #NAMES} or {@link #STRINGS}} */
  static List<String> strings(Attribute attribute) {
    return attribute instanceof ArrayAttr list
        ? list.elements().stream().map(element -> ((StringAttr) element).value()).toList()
        : List.of(((StringAttr) attribute).value());
  }

  /** {@return the violation of the rule that operand 0 stands for an operation that is matched} */
  static Optional<String> notMatched(Operation operation) {
    return isDefinedBy(operation.operand(0), MatchOp.DEF)
        ? Optional.empty()
        : Optional.of("expects the result of a 'rewrite.match', but got " + origin(operation));
  }

  private static String origin(Operation operation) {
    return operation
        .operand(0)
        .definingOp()
        .map(op -> "that of a '" + op.name() + "'")
        .orElse("another value");
  }

  static boolean isDefinedBy(Value value, OpDef def) {
    return value.definingOp().filter(op -> op.is(def)).isPresent();
  }

  /** {@return the operations of a pattern} */
  static List<Operation> body(Operation pattern) {
    return pattern.region(0).entry().map(Block::operations).orElse(List.of());
  }
}
