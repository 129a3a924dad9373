package org.qopt.dialect.rewrite;

import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;

/**
 * {@code rewrite.type}: the type of a value.
 *
 * @param operation the operation
 */
public record TypeOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("rewrite.type")
          .summary("the type of a value")
          .description("Given to 'rewrite.create', it is the type of a result.")
          .example(
              """
              rewrite.pattern ({
                %x = rewrite.operand : !rewrite.value
                %inner = rewrite.match %x {op = "nn.cast"} : !rewrite.op
                %outer = rewrite.match %inner {op = "nn.cast"} : !rewrite.op
                rewrite.require %inner {constraint = "element-type", arguments = [f32]}
                %t = rewrite.type %outer : !rewrite.type
                %once = rewrite.create %x, %t {op = "nn.cast"} : !rewrite.op
                rewrite.replace %outer, %once
              }) {sym_name = "MergeCasts"}""")
          .operand("value", Handle.VALUE_OR_OP)
          .result("type", Handle.TYPE.constraint())
          .traits(Traits.PURE, PatternRules.IN_PATTERN)
          .build();
}
