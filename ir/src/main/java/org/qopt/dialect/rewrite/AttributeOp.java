package org.qopt.dialect.rewrite;

import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.op.Attributes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;

/**
 * {@code rewrite.attribute}: an attribute of a matched operation.
 *
 * @param operation the operation
 */
public record AttributeOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("rewrite.attribute")
          .summary("an attribute of a matched operation")
          .description(
              """
              Is bound to what the attribute is, or to its default. The pattern does not apply where \
              there is neither.""")
          .example(
              """
              rewrite.pattern ({
                %x = rewrite.operand : !rewrite.value
                %inner = rewrite.match %x {op = "nn.reshape"} : !rewrite.op
                %outer = rewrite.match %inner {op = "nn.reshape"} : !rewrite.op
                %shape = rewrite.attribute %outer {name = "shape"} : !rewrite.attribute
                %merged = rewrite.create %x, %shape {op = "nn.reshape", names = ["shape"]} : !rewrite.op
                rewrite.replace %outer, %merged
              }) {sym_name = "MergeReshapes"}""")
          .operand("operation", Handle.OP.constraint())
          .attribute("name", Attributes.STRING)
          .result("attribute", Handle.ATTRIBUTE.constraint())
          .traits(Traits.PURE, PatternRules.IN_PATTERN)
          .clause("the operation is a matched one", PatternRules::notMatched)
          .build();

  /** {@return the attribute's name} */
  public String name() {
    return operation.required("name", StringAttr.class).value();
  }
}
