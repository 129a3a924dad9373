package org.qopt.dialect.rewrite;

import java.util.Optional;
import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.TypeAttr;
import org.qopt.ir.op.Attributes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.type.Type;

/**
 * {@code rewrite.operand}: any value, the same wherever it stands.
 *
 * @param operation the operation
 */
public record OperandOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("rewrite.operand")
          .summary("any value, the same wherever it stands")
          .description(
              """
              Is bound to the operand of the matched operation that it is an operand of. Where it \
              stands more than once, all of them must be one value. With 'type', only values of \
              exactly that type match.""")
          .example(
              """
              rewrite.pattern ({
                %x = rewrite.operand {type = tensor<4xf32>} : !rewrite.value
                %twice = rewrite.match %x, %x {op = "nn.sub"} : !rewrite.op
                %zero = rewrite.create %x, %x {op = "nn.mul"} : !rewrite.op
                rewrite.replace %twice, %zero
              }) {sym_name = "SubOfSame"}""")
          .optionalAttribute("type", Attributes.TYPE)
          .result("value", Handle.VALUE.constraint())
          .traits(Traits.PURE, PatternRules.IN_PATTERN)
          .clause("a match takes it", OperandOp::unbound)
          .build();

  /** {@return the type that it must have, if that is said} */
  public Optional<Type> type() {
    return operation.attribute("type", TypeAttr.class).map(TypeAttr::value);
  }

  private static Optional<String> unbound(Operation op) {
    return op.result().users().stream().anyMatch(user -> user.is(MatchOp.DEF))
        ? Optional.empty()
        : Optional.of("is not bound: expects a 'rewrite.match' that takes it");
  }
}
