package org.qopt.dialect.rewrite;

import java.util.List;
import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.ArrayAttr;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.op.Attributes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.op.TypeConstraint;

/**
 * {@code rewrite.compute}: an attribute or a type that a function computes.
 *
 * @param operation the operation
 */
public record ComputeOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("rewrite.compute")
          .summary("an attribute or a type that a function computes")
          .description(
              """
              The function is found by its name; it is given the operands and then 'arguments'. It \
              is called before anything is changed, and where it has no answer the pattern does not \
              apply.""")
          .example(
              """
              rewrite.pattern ({
                %x = rewrite.operand : !rewrite.value
                %inner = rewrite.match %x {op = "nn.transpose"} : !rewrite.op
                %outer = rewrite.match %inner {op = "nn.transpose"} : !rewrite.op
                %first = rewrite.attribute %inner {name = "permutation"} : !rewrite.attribute
                %then = rewrite.attribute %outer {name = "permutation"} : !rewrite.attribute
                %both = rewrite.compute %first, %then
                    {function = "compose-permutations"} : !rewrite.attribute
                %merged = rewrite.create %x, %both
                    {op = "nn.transpose", names = ["permutation"]} : !rewrite.op
                rewrite.replace %outer, %merged
              }) {sym_name = "MergeTransposes"}""")
          .variadicOperand("values", Handle.ANY)
          .attribute("function", Attributes.STRING)
          .attribute("arguments", PatternRules.LIST, PatternRules.NONE)
          .result(
              "result",
              new TypeConstraint(
                  "!rewrite.attribute or !rewrite.type",
                  type -> type == Handle.ATTRIBUTE || type == Handle.TYPE))
          .traits(Traits.PURE, PatternRules.IN_PATTERN)
          .build();

  /** {@return the function's name} */
  public String function() {
    return operation.required("function", StringAttr.class).value();
  }

  /** {@return what the function is given after the operands} */
  public List<Attribute> arguments() {
    return operation.required("arguments", ArrayAttr.class).elements();
  }
}
