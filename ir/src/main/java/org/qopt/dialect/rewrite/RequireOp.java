package org.qopt.dialect.rewrite;

import java.util.List;
import java.util.Optional;
import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.ArrayAttr;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.op.Attributes;
import org.qopt.ir.op.OpDef;

/**
 * {@code rewrite.require}: what must hold for the pattern to apply.
 *
 * @param operation the operation
 */
public record RequireOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("rewrite.require")
          .summary("what must hold for the pattern to apply")
          .description(
              """
              The constraint is found by its name; it is asked about the operands and then about \
              'arguments'. With 'negated' it must not hold. 'otherwise' is the reason that remarks \
              give where the pattern does not apply; without it, the constraint's own.""")
          .example(
              """
              rewrite.pattern ({
                %x = rewrite.operand : !rewrite.value
                %inner = rewrite.match %x {op = "nn.relu"} : !rewrite.op
                %outer = rewrite.match %inner {op = "nn.relu6"} : !rewrite.op
                rewrite.require %inner
                    {constraint = "one-use", otherwise = "the relu is used elsewhere too"}
                %bounded = rewrite.create %x {op = "nn.relu6"} : !rewrite.op
                rewrite.replace %outer, %bounded
              }) {sym_name = "Relu6OfRelu"}""")
          .variadicOperand("values", Handle.ANY)
          .attribute("constraint", Attributes.STRING)
          .attribute("arguments", PatternRules.LIST, PatternRules.NONE)
          .attribute("negated", Attributes.BOOL, IntegerAttr.FALSE)
          .optionalAttribute("otherwise", Attributes.STRING)
          .traits(PatternRules.IN_PATTERN)
          .build();

  /** {@return the constraint's name} */
  public String constraint() {
    return operation.required("constraint", StringAttr.class).value();
  }

  /** {@return what the constraint is told after the operands} */
  public List<Attribute> arguments() {
    return operation.required("arguments", ArrayAttr.class).elements();
  }

  /** {@return whether the constraint must not hold} */
  public boolean negated() {
    return operation.required("negated", IntegerAttr.class).equals(IntegerAttr.TRUE);
  }

  /** {@return the reason to give, if the pattern says one} */
  public Optional<String> otherwise() {
    return operation.attribute("otherwise", StringAttr.class).map(StringAttr::value);
  }
}
