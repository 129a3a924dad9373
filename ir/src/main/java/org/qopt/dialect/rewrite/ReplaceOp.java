package org.qopt.dialect.rewrite;

import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;

/**
 * {@code rewrite.replace}: values take the place of an operation's results.
 *
 * @param operation the operation
 */
public record ReplaceOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("rewrite.replace")
          .summary("values take the place of an operation's results")
          .description(
              """
              The first operand is the matched operation; it is erased. The others are one value for \
              each of its results, of the same type, or one new operation, of as many results. Of a \
              new operation's type and that of what it replaces the more exact one stays.""")
          .example(
              """
              rewrite.pattern ({
                %x = rewrite.operand : !rewrite.value
                %cast = rewrite.match %x {op = "nn.cast"} : !rewrite.op
                rewrite.require %x, %cast {constraint = "same-type"}
                rewrite.replace %cast, %x
              }) {sym_name = "RemoveCastToSame"}""")
          .operand("operation", Handle.OP.constraint())
          .variadicOperand("values", Handle.VALUE_OR_OP)
          .traits(PatternRules.IN_PATTERN)
          .clause("the operation is a matched one", PatternRules::notMatched)
          .build();
}
