package org.qopt.rewrite.conversion;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.OpResult;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticSink;
import org.qopt.rewrite.conversion.ConversionState.PendingCast;

/** Resolves the casts that are left when all operations are converted. */
record PendingCasts(ConversionState state, ConversionTarget target) {
  /** Removes what is not needed and materializes the rest; reports what could not be. */
  void resolve(DiagnosticSink sink) {
    foldPairs();
    dropUnused();
    for (Operation cast : List.copyOf(state.casts().sequencedKeySet())) {
      if (!materialize(cast, state.casts().get(cast))) {
        if (target.verdict(cast) instanceof Verdict.Legal) {
          state.keepCast(cast);
        } else {
          sink.report(unresolved(cast));
        }
      }
    }
  }

  // A cast of a cast back to what there was gives what there was.
  private void foldPairs() {
    for (Operation cast : state.casts().sequencedKeySet()) {
      List<Value> inputs = cast.operands();
      if (inputs.isEmpty()) {
        continue;
      }
      Optional<Operation> before =
          inputs.getFirst().definingOp().filter(state.casts()::containsKey);
      if (before.isPresent()
          && before.get().results().equals(inputs)
          && before.get().operandTypes().equals(cast.resultTypes())) {
        for (OpResult result : cast.results()) {
          state.redirect(result, before.get().operand(result.index()));
        }
      }
    }
  }

  private void dropUnused() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Operation cast : List.copyOf(state.casts().sequencedKeySet()).reversed()) {
        if (!cast.hasUses()) {
          state.dropCast(cast);
          changed = true;
        }
      }
    }
  }

  private boolean materialize(Operation cast, PendingCast pending) {
    if (pending.types().isEmpty() || cast.results().size() != 1) {
      return false;
    }
    OpResult old = cast.result();
    OpBuilder builder = OpBuilder.before(cast).listenedToBy(state::inserted);
    Optional<Value> made =
        pending
            .types()
            .get()
            .materialize(pending.use(), builder, old.type(), cast.operands(), cast.location());
    if (made.isEmpty()) {
      return false;
    }
    if (!made.get().type().equals(old.type())) {
      throw new IllegalStateException(
          "a value of type %s was materialized where one of type %s is needed"
              .formatted(made.get().type(), old.type()));
    }
    state.redirect(old, made.get());
    state.dropCast(cast);
    return true;
  }

  private static Diagnostic unresolved(Operation cast) {
    Diagnostic error =
        Diagnostic.error(
            cast.reportLocation(),
            "failed to legalize unresolved materialization from (%s) to (%s) that remained live after conversion"
                .formatted(types(cast.operands()), types(cast.results())));
    for (OpResult result : cast.results()) {
      if (result.hasUses()) {
        Operation user = result.users().getFirst();
        return error.withNote(
            user.reportLocation(), "see existing live user here: '" + user.name() + "' op");
      }
    }
    return error;
  }

  private static String types(List<? extends Value> values) {
    return values.stream().map(value -> "'" + value.type() + "'").collect(Collectors.joining(", "));
  }
}
