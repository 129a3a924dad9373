package org.qopt.dialect.rewrite;

import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;

/**
 * {@code rewrite.erase}: a matched operation goes.
 *
 * @param operation the operation
 */
public record EraseOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("rewrite.erase")
          .summary("a matched operation goes")
          .description(
              """
              Its results must be unused, apart from other operations that the pattern replaces or \
              erases; else the pattern does not apply. Operations without side effects that become \
              unused go by themselves.""")
          .example(
              """
              rewrite.pattern ({
                %x = rewrite.operand : !rewrite.value
                %unused = rewrite.match %x {op = "nn.shape"} : !rewrite.op
                rewrite.erase %unused
              }) {sym_name = "EraseUnusedShape"}""")
          .operand("operation", Handle.OP.constraint())
          .traits(PatternRules.IN_PATTERN)
          .clause("the operation is a matched one", PatternRules::notMatched)
          .build();
}
