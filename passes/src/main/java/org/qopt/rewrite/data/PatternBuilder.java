package org.qopt.rewrite.data;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qopt.dialect.rewrite.MatchOp;
import org.qopt.dialect.rewrite.OperandOp;
import org.qopt.dialect.rewrite.PatternOp;
import org.qopt.dialect.rewrite.ResultOp;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.op.OpDef;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.data.Matcher.Stage;

/** Makes one pattern of what a {@code rewrite.pattern} holds. */
final class PatternBuilder {
  private final PatternOp pattern;
  private final Vocabulary known;
  private final Diagnostics diagnostics;
  private final Slots slots = new Slots();

  PatternBuilder(PatternOp pattern, Vocabulary known, Diagnostics diagnostics) {
    this.pattern = pattern;
    this.known = known;
    this.diagnostics = diagnostics;
  }

  /** {@return the pattern, unless something is wrong, which is reported then} */
  Optional<RewritePattern> build() {
    Diagnostics own = new Diagnostics();
    PatternChecks checks = new PatternChecks(pattern, known, own);
    checks.check();
    Optional<DataPattern> built = own.hasErrors() ? Optional.empty() : Optional.of(build(own));
    own.all().forEach(diagnostics::report);
    return own.hasErrors() ? Optional.empty() : built.map(RewritePattern.class::cast);
  }

  private DataPattern build(Diagnostics own) {
    pattern.body().forEach(operation -> operation.results().forEach(slots::add));
    Operation root =
        pattern.body().stream().filter(op -> op.is(MatchOp.DEF)).reduce((_, b) -> b).orElseThrow();
    List<Stage> stages = new ArrayList<>();
    structure(root, stages, own);
    ComputedValues computed = new ComputedValues(slots, known.natives());
    pattern.body().stream()
        .map(computed::step)
        .flatMap(Optional::stream)
        .map(Stage.Fixed::new)
        .forEach(stages::add);
    return new DataPattern(
        pattern.name(),
        pattern.benefit(),
        roots(new MatchOp(root)),
        new Matcher(slots.count(), slots.of(root.result()), ImmutableList.copyOf(stages)),
        new ChangesBuilder(slots, known.dialects()).build(pattern));
  }

  // Where a name is not defined, the pattern is tried on everything.
  private ImmutableList<OpDef> roots(MatchOp root) {
    List<Optional<OpDef>> defs = root.names().stream().map(known.dialects()::op).toList();
    return defs.stream().allMatch(Optional::isPresent)
        ? defs.stream().flatMap(Optional::stream).collect(ImmutableList.toImmutableList())
        : ImmutableList.of();
  }

  private void structure(Operation root, List<Stage> stages, Diagnostics own) {
    Set<Operation> reached = new HashSet<>();
    Set<Value> bound = new HashSet<>();
    reach(root, reached, bound, stages);
    List<Operation> left =
        new ArrayList<>(
            pattern.body().stream()
                .filter(op -> op.is(MatchOp.DEF) && !reached.contains(op))
                .toList());
    while (!left.isEmpty()) {
      Optional<Operation> next =
          left.stream().filter(op -> shared(op, bound).isPresent()).findFirst();
      if (next.isEmpty()) {
        left.forEach(
            op ->
                PatternChecks.report(
                    own,
                    op,
                    "is not connected to the root, which is the last 'rewrite.match': neither computes an operand of it nor shares one"));
        return;
      }
      Operation match = next.get();
      Value value = shared(match, bound).orElseThrow();
      stages.add(new Stage.AnyUser(slots.of(value), slots.of(match.result())));
      reach(match, reached, bound, stages);
      left.removeAll(reached);
    }
  }

  private static Optional<Value> shared(Operation match, Set<Value> bound) {
    return match.operands().stream().filter(bound::contains).findFirst();
  }

  // What computes the operands is reached through them.
  private void reach(
      Operation match, Set<Operation> reached, Set<Value> bound, List<Stage> stages) {
    if (!reached.add(match)) {
      return;
    }
    bound.add(match.result());
    stages.add(new Stage.Fixed(shape(new MatchOp(match))));
    for (Value operand : match.operands()) {
      bound.add(operand);
      Operation definition = operand.definingOp().orElseThrow();
      if (definition.is(ResultOp.DEF)) {
        bound.add(definition.operand(0));
        definition = definition.operand(0).definingOp().orElseThrow();
      }
      if (definition.is(MatchOp.DEF)) {
        reach(definition, reached, bound, stages);
      }
    }
  }

  private OperationShape shape(MatchOp match) {
    return new OperationShape(
        slots.of(match.operation().result()),
        ImmutableSet.copyOf(match.names()),
        match.attributes(),
        match.operation().operands().stream()
            .map(this::operand)
            .collect(ImmutableList.toImmutableList()),
        match.otherwise());
  }

  private OperandShape operand(Value value) {
    Operation definition = value.definingOp().orElseThrow();
    if (definition.is(OperandOp.DEF)) {
      return new OperandShape.Any(slots.of(value), new OperandOp(definition).type());
    }
    return definition.is(ResultOp.DEF)
        ? resultOf(definition.operand(0), Optional.of(new ResultOp(definition).index()))
        : resultOf(value, Optional.empty());
  }

  private OperandShape resultOf(Value match, Optional<Integer> index) {
    Optional<String> otherwise = new MatchOp(match.definingOp().orElseThrow()).otherwise();
    return new OperandShape.ResultOf(slots.of(match), index, otherwise);
  }
}
