package org.qopt.rewrite;

import com.google.common.collect.ImmutableSortedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.op.Traits;
import org.qopt.ir.tensor.Tensor;

/** One run of a {@link GreedyRewriter}. */
final class GreedyRun implements Rewriter.Changes {
  // Patterns that undo each other would go on within one iteration; no honest set comes near this.
  private static final long REWRITES_PER_OPERATION = 64;

  private final GreedyRewriter settings;
  private final Operation scope;
  private final Worklist worklist = new Worklist();
  private final Map<String, Long> applied = new HashMap<>();
  private long folded;
  private long erased;
  private long rewritesLeft;

  GreedyRun(GreedyRewriter settings, Operation scope) {
    this.settings = settings;
    this.scope = scope;
  }

  RewriteOutcome run() {
    int iterations = 0;
    boolean changed = true;
    boolean exhausted = false;
    while (changed && !exhausted && iterations < settings.maxIterations()) {
      changed = iterate();
      exhausted = rewritesLeft <= 0;
      iterations++;
    }
    return outcome(!changed, iterations);
  }

  private boolean iterate() {
    scope.walk(operation -> worklist.add(operation));
    worklist.remove(scope);
    rewritesLeft = REWRITES_PER_OPERATION * (worklist.size() + 1);
    boolean changed = false;
    for (Optional<Operation> next = worklist.take();
        next.isPresent() && rewritesLeft > 0;
        next = worklist.take()) {
      if (process(next.get())) {
        changed = true;
        rewritesLeft--;
        checkInterrupted();
      }
    }
    worklist.clear();
    return changed;
  }

  // Whoever waits for the end has lost patience.
  private void checkInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new InvalidInputException(
          scope.reportLocation(),
          "patterns applied most often: " + outcome(false, 0).topPatterns());
    }
  }

  private RewriteOutcome outcome(boolean converged, int iterations) {
    return new RewriteOutcome(
        converged, iterations, ImmutableSortedMap.copyOf(applied), folded, erased);
  }

  private boolean process(Operation operation) {
    Rewriter rewriter = new Rewriter(operation, this);
    return eraseIfUnused(operation, rewriter)
        || fold(operation, rewriter)
        || applyPatterns(operation, rewriter);
  }

  private boolean eraseIfUnused(Operation operation, Rewriter rewriter) {
    if (operation.hasUses() || !operation.has(Traits.PURE) || operation.results().isEmpty()) {
      return false;
    }
    settings.listener().erasedUnused(operation);
    rewriter.erase(operation);
    erased++;
    return true;
  }

  private boolean fold(Operation operation, Rewriter rewriter) {
    Optional<List<Tensor>> values = settings.folder().evaluate(operation);
    if (values.isEmpty()) {
      return false;
    }
    settings.listener().folded(operation);
    rewriter.replace(
        operation, ConstantFolder.materialize(operation, values.get(), rewriter.builder()));
    folded++;
    return true;
  }

  private boolean applyPatterns(Operation operation, Rewriter rewriter) {
    for (RewritePattern pattern : settings.patterns().matching(operation)) {
      switch (pattern.apply(operation, rewriter)) {
        case PatternResult.Rewritten _ -> {
          applied.merge(pattern.name(), 1L, Long::sum);
          settings.listener().rewritten(pattern.name(), operation);
          return true;
        }
        case PatternResult.NoMatch(String reason) ->
            settings.listener().notMatched(pattern.name(), operation, reason);
      }
    }
    return false;
  }

  @Override
  public void inserted(Operation operation) {
    worklist.add(operation);
  }

  @Override
  public void modified(Operation operation) {
    worklist.add(operation);
    operation.results().forEach(result -> result.users().forEach(worklist::add));
  }

  @Override
  public void erased(Operation operation) {
    operation.walk(worklist::remove);
  }

  // What is unused now can go; the only user left may be merged with what it uses.
  @Override
  public void released(Set<Value> values) {
    for (Value value : values) {
      if (!value.hasUses()) {
        value.definingOp().ifPresent(worklist::add);
      } else if (value.hasOneUse()) {
        value.users().forEach(worklist::add);
      }
    }
  }
}
