package org.qopt.dialect.rewrite;

import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.op.Attributes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;

/**
 * {@code rewrite.result}: one of an operation's results.
 *
 * @param operation the operation
 */
public record ResultOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("rewrite.result")
          .summary("one of an operation's results")
          .description(
              """
              Of a matched operation or of one that is created; counted from 0. The only result of \
              an operation need not be named so.""")
          .example(
              """
              rewrite.pattern ({
                %x = rewrite.operand : !rewrite.value
                %cast = rewrite.match %x {op = "builtin.unrealized_conversion_cast"} : !rewrite.op
                %y = rewrite.result %cast {index = 0 : i64} : !rewrite.value
                %back = rewrite.match %y {op = "builtin.unrealized_conversion_cast"} : !rewrite.op
                rewrite.require %x, %back {constraint = "same-type"}
                rewrite.replace %back, %x
              }) {sym_name = "RemoveCastAndBack"}""")
          .operand("operation", Handle.OP.constraint())
          .attribute("index", Attributes.i64AtLeast(0))
          .result("value", Handle.VALUE.constraint())
          .traits(Traits.PURE, PatternRules.IN_PATTERN)
          .build();

  /** {@return which result, counted from 0; at most what an int holds} */
  public int index() {
    return (int)
        Math.min(Integer.MAX_VALUE, operation.required("index", IntegerAttr.class).asLong());
  }
}
