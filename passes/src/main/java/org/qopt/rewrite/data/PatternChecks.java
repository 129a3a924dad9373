package org.qopt.rewrite.data;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.qopt.dialect.rewrite.AttributeOp;
import org.qopt.dialect.rewrite.ComputeOp;
import org.qopt.dialect.rewrite.CreateOp;
import org.qopt.dialect.rewrite.EraseOp;
import org.qopt.dialect.rewrite.Handle;
import org.qopt.dialect.rewrite.MatchOp;
import org.qopt.dialect.rewrite.PatternOp;
import org.qopt.dialect.rewrite.ReplaceOp;
import org.qopt.dialect.rewrite.RequireOp;
import org.qopt.dialect.rewrite.ResultOp;
import org.qopt.dialect.rewrite.TypeOp;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticSink;
import org.qopt.ir.op.OpDef;

/** Finds what is wrong with what a valid pattern names. */
final class PatternChecks {
  private final PatternOp pattern;
  private final Vocabulary known;
  private final DiagnosticSink sink;
  private final OperationChecks operations;

  PatternChecks(PatternOp pattern, Vocabulary known, DiagnosticSink sink) {
    this.pattern = pattern;
    this.known = known;
    this.sink = sink;
    this.operations = new OperationChecks(known.dialects(), sink);
  }

  static void report(DiagnosticSink sink, Operation operation, String message) {
    sink.report(
        Diagnostic.error(
            operation.reportLocation(), "'%s' op %s".formatted(operation.name(), message)));
  }

  private void report(Operation operation, String message) {
    report(sink, operation, message);
  }

  void check() {
    pattern.body().forEach(this::check);
    gone();
  }

  private void check(Operation operation) {
    if (operation.is(MatchOp.DEF)) {
      MatchOp match = new MatchOp(operation);
      defs(operation, match.names()).forEach(def -> operations.matched(match, def));
    } else if (operation.is(CreateOp.DEF)) {
      CreateOp create = new CreateOp(operation);
      defs(operation, List.of(create.name())).forEach(def -> operations.created(create, def));
    } else if (operation.is(AttributeOp.DEF)) {
      operations.attribute(new AttributeOp(operation), defsOf(operation.operand(0)));
    } else if (operation.is(ResultOp.DEF)) {
      operations.result(new ResultOp(operation), defsOf(operation.operand(0)));
    } else if (operation.is(RequireOp.DEF)) {
      RequireOp require = new RequireOp(operation);
      call(
          operation,
          "constraint",
          require.constraint(),
          known.natives().constraints(),
          require.arguments());
    } else if (operation.is(ComputeOp.DEF)) {
      compute(new ComputeOp(operation));
    }
    if (operation.is(TypeOp.DEF) || operation.is(RequireOp.DEF) || operation.is(ComputeOp.DEF)) {
      operation.operands().forEach(operand -> exists(operation, operand));
    }
    if (operation.is(MatchOp.DEF) || operation.is(CreateOp.DEF) || operation.is(TypeOp.DEF)) {
      operation.operands().stream()
          .filter(value -> value.type() == Handle.OP)
          .forEach(value -> operations.single(operation, defsOf(value)));
    }
  }

  private void compute(ComputeOp compute) {
    Operation operation = compute.operation();
    Optional<NativeFunction> function =
        call(
            operation,
            "function",
            compute.function(),
            known.natives().functions(),
            compute.arguments());
    if (function.isPresent() && function.get().result() != operation.result().type()) {
      report(
          operation,
          "function '%s' computes %s, not %s"
              .formatted(
                  function.get().name(), function.get().result(), operation.result().type()));
    }
  }

  private List<OpDef> defs(Operation operation, List<String> names) {
    names.stream()
        .map(known::noOperation)
        .flatMap(Optional::stream)
        .forEach(fault -> report(operation, "names an unknown operation: " + fault));
    return names.stream().map(known.dialects()::op).flatMap(Optional::stream).toList();
  }

  // None where one of them is not defined: anything may be true of that one.
  private List<OpDef> defsOf(Value handle) {
    Operation definition = handle.definingOp().orElseThrow();
    Stream<String> names =
        definition.is(MatchOp.DEF)
            ? new MatchOp(definition).names().stream()
            : Stream.of(new CreateOp(definition).name());
    List<Optional<OpDef>> defs = names.map(known.dialects()::op).toList();
    return defs.stream().allMatch(Optional::isPresent)
        ? defs.stream().flatMap(Optional::stream).toList()
        : List.of();
  }

  // A new operation is made after all that is looked at.
  private void exists(Operation operation, Value operand) {
    Operation definition = operand.definingOp().orElseThrow();
    boolean isNew =
        definition.is(CreateOp.DEF)
            || (definition.is(ResultOp.DEF)
                && definition.operand(0).definingOp().orElseThrow().is(CreateOp.DEF));
    if (isNew) {
      report(operation, "looks at an operation that is not made yet when the pattern matches");
    }
  }

  private <N extends Native> Optional<N> call(
      Operation operation, String word, String name, Map<String, N> all, List<Attribute> literals) {
    Optional<N> target = Optional.ofNullable(all.get(name));
    if (target.isEmpty()) {
      report(operation, Vocabulary.unknown(word, name, all));
    } else {
      CallChecks.check(operation, target.get(), literals, message -> report(operation, message));
    }
    return target;
  }

  private void gone() {
    Set<Value> gone = new HashSet<>();
    for (Operation operation : pattern.body()) {
      boolean takesAway = operation.is(ReplaceOp.DEF) || operation.is(EraseOp.DEF);
      if (takesAway && !gone.add(operation.operand(0))) {
        report(operation, "takes away an operation that is replaced or erased already");
      }
    }
    for (Operation operation : pattern.body()) {
      boolean makes = operation.is(CreateOp.DEF) || operation.is(ReplaceOp.DEF);
      List<Value> used =
          operation
              .operands()
              .subList(operation.is(ReplaceOp.DEF) ? 1 : 0, operation.operandCount());
      if (makes && used.stream().anyMatch(value -> isGone(value, gone))) {
        report(operation, "uses the result of an operation that the pattern takes away");
      }
    }
  }

  private static boolean isGone(Value value, Set<Value> gone) {
    return gone.contains(value)
        || value
            .definingOp()
            .filter(op -> op.is(ResultOp.DEF) && gone.contains(op.operand(0)))
            .isPresent();
  }
}
