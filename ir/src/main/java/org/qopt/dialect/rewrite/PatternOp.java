package org.qopt.dialect.rewrite;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.op.Attributes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;

/**
 * {@code rewrite.pattern}: what is to match, what must hold, and what takes its place.
 *
 * @param operation the operation
 */
public record PatternOp(Operation operation) implements OpView {
  // By name, since their definitions name this one.
  private static final Set<String> REWRITING = Set.of("create", "replace", "erase");

  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("rewrite.pattern")
          .summary("what is to match, what must hold, and what takes its place")
          .description(
              """
              The last 'rewrite.match' is the root: the operation that the pattern is tried on. Other \
              matches are reached from it through operands, or through what else uses a value that \
              the pattern has bound by then. New operations are inserted before the root. When \
              anything does not fit, nothing is changed.

              Patterns of greater benefit are tried first. The name stands in remarks and statistics.""")
          .example(
              """
              rewrite.pattern ({
                %x = rewrite.operand : !rewrite.value
                %inner = rewrite.match %x {op = "nn.relu"} : !rewrite.op
                %outer = rewrite.match %inner {op = "nn.relu"} : !rewrite.op
                rewrite.replace %outer, %inner
              }) {sym_name = "MergeRelus"}""")
          .attribute("sym_name", Attributes.STRING)
          .attribute("benefit", Attributes.i64AtLeast(0), IntegerAttr.i64(1))
          .regions(1)
          .traits(Traits.ISOLATED_FROM_ABOVE, Traits.SYMBOL, Traits.NO_TERMINATOR)
          .clause("the region has one block, without arguments", PatternOp::blockViolation)
          .clause("all that it holds is of the dialect rewrite", PatternOp::strangerViolation)
          .clause("it matches an operation", PatternOp::matchViolation)
          .clause("it replaces or erases an operation", PatternOp::rewriteViolation)
          .clause("what matches comes before what rewrites", PatternOp::orderViolation)
          .build();

  /** {@return the name} */
  public String name() {
    return operation.required("sym_name", StringAttr.class).value();
  }

  /** {@return how early it is tried: the greatest first; cut off at what an int holds} */
  public int benefit() {
    return operation
        .required("benefit", IntegerAttr.class)
        .value()
        .min(BigInteger.valueOf(Integer.MAX_VALUE))
        .intValueExact();
  }

  /** {@return what it is made of, in order} */
  public List<Operation> body() {
    return PatternRules.body(operation);
  }

  private static Optional<String> blockViolation(Operation op) {
    boolean good =
        op.region(0).blocks().size() == 1 && op.region(0).blocks().getFirst().arguments().isEmpty();
    return good ? Optional.empty() : Optional.of("expects a region of one block without arguments");
  }

  private static Optional<String> strangerViolation(Operation op) {
    return PatternRules.body(op).stream()
        .filter(inner -> !inner.dialect().equals(RewriteDialect.NAME))
        .findFirst()
        .map(
            inner ->
                "holds only operations of the dialect rewrite, but found '"
                    + inner.name()
                    + "'; a program's are named in 'rewrite.match' and 'rewrite.create'");
  }

  private static Optional<String> matchViolation(Operation op) {
    return PatternRules.body(op).stream().anyMatch(inner -> inner.is(MatchOp.DEF))
        ? Optional.empty()
        : Optional.of("expects a 'rewrite.match', but found none");
  }

  private static Optional<String> rewriteViolation(Operation op) {
    return PatternRules.body(op).stream()
            .anyMatch(inner -> inner.is(ReplaceOp.DEF) || inner.is(EraseOp.DEF))
        ? Optional.empty()
        : Optional.of("expects a 'rewrite.replace' or 'rewrite.erase', but found none");
  }

  private static Optional<String> orderViolation(Operation op) {
    boolean rewriting = false;
    for (Operation inner : PatternRules.body(op)) {
      boolean rewrites = REWRITING.contains(inner.name().substring(inner.name().indexOf('.') + 1));
      if (rewriting && (inner.is(MatchOp.DEF) || inner.is(OperandOp.DEF))) {
        return Optional.of(
            "expects all of '%s' before what rewrites, but found one after it"
                .formatted(inner.name()));
      }
      rewriting |= rewrites;
    }
    return Optional.empty();
  }
}
