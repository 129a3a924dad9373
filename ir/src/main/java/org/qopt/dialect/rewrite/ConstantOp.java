package org.qopt.dialect.rewrite;

import java.util.Optional;
import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.TypeAttr;
import org.qopt.ir.op.AttributeConstraint;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.op.TypeConstraint;

/**
 * {@code rewrite.constant}: an attribute or a type that the pattern itself says.
 *
 * @param operation the operation
 */
public record ConstantOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("rewrite.constant")
          .summary("an attribute or a type that the pattern itself says")
          .description(
              "For what is given to 'rewrite.compute' or 'rewrite.create' in a certain order.")
          .example(
              """
              rewrite.pattern ({
                %x = rewrite.operand : !rewrite.value
                %cast = rewrite.match %x {op = "nn.cast"} : !rewrite.op
                %t = rewrite.constant {value = tensor<4xf32>} : !rewrite.type
                rewrite.require %cast, %t {constraint = "has-type"}
                %copy = rewrite.create %x, %t {op = "nn.relu"} : !rewrite.op
                rewrite.replace %cast, %copy
              }) {sym_name = "CastToRelu"}""")
          .attribute("value", AttributeConstraint.ANY)
          .result(
              "value",
              new TypeConstraint(
                  "!rewrite.attribute or !rewrite.type",
                  type -> type == Handle.ATTRIBUTE || type == Handle.TYPE))
          .traits(Traits.PURE, PatternRules.IN_PATTERN)
          .clause("where the result is a type, so is the value", ConstantOp::typeViolation)
          .build();

  /** {@return the attribute; of a type, the type as an attribute} */
  public Attribute value() {
    return operation.attribute("value").orElseThrow();
  }

  private static Optional<String> typeViolation(Operation op) {
    Attribute value = op.attribute("value").orElseThrow();
    return op.result().type() == Handle.TYPE && !(value instanceof TypeAttr)
        ? Optional.of("expects a type as value, but got " + value)
        : Optional.empty();
  }
}
