package org.qopt.rewrite;

import com.google.common.collect.ImmutableSortedMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.OpResult;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.op.Traits;
import org.qopt.ir.tensor.Tensor;

/** One run of a {@link GreedyRewriter}. */
final class GreedyRun implements Rewriter.Changes {
  // Patterns that undo each other would go on within one iteration; no honest set comes near this.
  private static final long REWRITES_PER_OPERATION = 16;
  private static final long REWRITES_AT_LEAST = 4096;

  private final GreedyRewriter settings;
  private final GreedyOptions options;
  private final Operation scope;
  private final Worklist worklist = new Worklist();
  private ConstantPool constants;
  private final Map<String, Long> applied = new HashMap<>();
  // Whether anything changed at all, be it only the place of a constant.
  private boolean touched;
  private long folded;
  private long erased;
  private Optional<Operation> last = Optional.empty();

  GreedyRun(GreedyRewriter settings, Operation scope) {
    this.settings = settings;
    this.options = settings.options();
    this.scope = scope;
    this.constants = new ConstantPool(scope);
  }

  RewriteOutcome run() {
    int iterations = 0;
    boolean changed = true;
    RewriteOutcome.Ending ending = RewriteOutcome.Ending.CONVERGED;
    RegionSimplifier regions = new RegionSimplifier(options.regions(), this::erased);
    while (changed && ending == RewriteOutcome.Ending.CONVERGED) {
      if (!options.allowsIteration(iterations)) {
        // Who allows none has nothing done, not too little.
        changed = iterations > 0;
        ending = changed ? RewriteOutcome.Ending.ITERATIONS : RewriteOutcome.Ending.CONVERGED;
      } else {
        iterations++;
        changed = seed();
        Progress progress = drain();
        changed |= progress.changed();
        if (progress.looping()) {
          ending = RewriteOutcome.Ending.LOOP;
        } else {
          changed |= regions.simplify(scope);
        }
        touched |= changed || constants.moved();
      }
    }
    return outcome(ending, iterations);
  }

  private RewriteOutcome outcome(RewriteOutcome.Ending ending, int iterations) {
    return new RewriteOutcome(
        ending, iterations, touched, ImmutableSortedMap.copyOf(applied), folded, erased, last);
  }

  // Whoever waits for the end has lost patience.
  private void checkInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new InvalidInputException(
          scope.reportLocation(),
          "patterns applied most often: "
              + outcome(RewriteOutcome.Ending.ITERATIONS, 0).topPatterns());
    }
  }

  // ---- the worklist

  // Returns whether constants were merged; that others were moved is no change of the program.
  private boolean seed() {
    constants = new ConstantPool(scope);
    List<Operation> found = new ArrayList<>();
    boolean[] merged = {false};
    scope.walk(
        operation -> {
          if (operation == scope) {
            return;
          }
          if (mayBeUnique(operation) && mergeInto(constants.met(operation), operation)) {
            merged[0] = true;
          } else if (isWorthALook(operation)) {
            found.add(operation);
          }
        });
    // Users of what was merged come in the order of the program, as all do.
    worklist.clear();
    (options.topDown() ? found : found.reversed()).forEach(worklist::add);
    return merged[0];
  }

  private boolean isWorthALook(Operation operation) {
    return operation.has(Traits.PURE) || !settings.patterns().matching(operation).isEmpty();
  }

  private boolean mayBeUnique(Operation operation) {
    return options.uniqueConstants() && operation.has(Traits.CONSTANT_LIKE) && operation.hasUses();
  }

  private record Progress(boolean changed, boolean looping) {}

  private Progress drain() {
    boolean changed = false;
    long rewrites = 0;
    long most = REWRITES_AT_LEAST + REWRITES_PER_OPERATION * worklist.size();
    Optional<Operation> next = worklist.take();
    while (next.isPresent() && rewrites < most && options.allowsRewrite(rewrites)) {
      Operation operation = next.get();
      Rewriter rewriter = new Rewriter(operation, this);
      if (eraseIfUnused(operation, rewriter) || fold(operation, rewriter)) {
        changed = true;
      } else if (applyPatterns(operation, rewriter)) {
        changed = true;
        rewrites++;
      }
      if (changed) {
        checkInterrupted();
      }
      next = worklist.take();
    }
    worklist.clear();
    return new Progress(changed, rewrites >= most);
  }

  // ---- what is done to one operation

  private boolean eraseIfUnused(Operation operation, Rewriter rewriter) {
    if (operation.results().isEmpty() || operation.hasUses() || !operation.has(Traits.PURE)) {
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
    OpBuilder builder =
        options.uniqueConstants()
            ? constants.builderFor(operation).listenedToBy(this::inserted)
            : rewriter.builder();
    List<Value> folds = new ArrayList<>();
    for (Value made : ConstantFolder.materialize(operation, values.get(), builder)) {
      folds.add(options.uniqueConstants() ? unique(made) : made);
    }
    rewriter.replace(operation, folds);
    folded++;
    return true;
  }

  private Value unique(Value constant) {
    Operation made = constant.definingOp().orElseThrow();
    Operation kept = constants.made(made);
    mergeInto(kept, made);
    return kept.result();
  }

  // The one that is kept keeps its location alone: of thousands that are equal the names of all
  // would say nothing.
  private boolean mergeInto(Operation kept, Operation constant) {
    if (kept == constant) {
      return false;
    }
    new Rewriter(constant, this).replace(constant, kept.results());
    return true;
  }

  private boolean applyPatterns(Operation operation, Rewriter rewriter) {
    for (RewritePattern pattern : settings.patterns().matching(operation)) {
      PatternResult result = pattern.apply(operation, rewriter);
      if (result instanceof PatternResult.NoMatch(String reason)) {
        settings.listener().notMatched(pattern.name(), operation, reason);
      } else {
        applied.merge(pattern.name(), 1L, Long::sum);
        last = Optional.of(operation);
        settings.listener().rewritten(pattern.name(), operation);
        return true;
      }
    }
    return false;
  }

  // ---- what patterns change

  @Override
  public void inserted(Operation operation) {
    worklist.add(operation);
  }

  @Override
  public void modified(Operation operation) {
    if (operation == scope) {
      return;
    }
    constants.forget(operation);
    worklist.add(operation);
    for (OpResult result : operation.results()) {
      result.users().forEach(worklist::add);
    }
  }

  @Override
  public void erased(Operation operation) {
    operation.walk(
        gone -> {
          worklist.remove(gone);
          constants.forget(gone);
        });
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
