package org.qopt.rewrite.conversion;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.qopt.ir.Block;
import org.qopt.ir.Operation;
import org.qopt.ir.Region;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.conversion.ConversionState.Touched;
import org.qopt.rewrite.conversion.Refusal.Attempt;

/** One run of a {@link DialectConversion}. */
final class ConversionRun {
  // Longer chains than any dialects have; a bound keeps patterns that go on for ever off the stack.
  private static final int DEEPEST = 64;

  private final DialectConversion settings;
  private final ConversionState state = new ConversionState();
  private final Deque<RewritePattern> active = new ArrayDeque<>();
  // Operations of the program whose turn is still to come, wherever a pattern moves them.
  private final Set<Operation> waiting = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<String> applied = new ArrayList<>();

  ConversionRun(DialectConversion settings) {
    this.settings = settings;
  }

  ConversionOutcome run(Operation scope) {
    int start = state.mark();
    try {
      ConversionOutcome outcome = convert(scope);
      if (!outcome.succeeded() || settings.mode() == ConversionMode.ANALYSIS) {
        state.rollback(start);
      }
      return outcome;
    } catch (RuntimeException | Error e) {
      state.rollback(start);
      throw e;
    }
  }

  private ConversionOutcome convert(Operation scope) {
    List<Operation> todo = new ArrayList<>();
    scope.regions().forEach(region -> collect(region, todo));
    waiting.addAll(todo);
    ImmutableList.Builder<Operation> converted = ImmutableList.builder();
    ImmutableList.Builder<Refusal> refused = ImmutableList.builder();
    ImmutableList.Builder<Refusal> left = ImmutableList.builder();
    for (Operation operation : todo) {
      waiting.remove(operation);
      if (state.isErased(operation)
          || settings.target().verdict(operation) instanceof Verdict.Legal) {
        continue;
      }
      Optional<Refusal> refusal = legalize(operation);
      if (refusal.isEmpty()) {
        converted.add(operation);
      } else {
        (mayStay(refusal.get()) ? left : refused).add(refusal.get());
      }
    }
    Diagnostics unresolved = new Diagnostics();
    if (refused.build().isEmpty() && settings.mode() != ConversionMode.ANALYSIS) {
      new PendingCasts(state, settings.target()).resolve(unresolved);
    }
    TreeMap<String, Long> counts = new TreeMap<>();
    applied.forEach(name -> counts.merge(name, 1L, Long::sum));
    return new ConversionOutcome(
        converted.build(),
        refused.build(),
        left.build(),
        unresolved.all(),
        ImmutableSortedMap.copyOf(counts));
  }

  private boolean mayStay(Refusal refusal) {
    return switch (settings.mode()) {
      case ANALYSIS -> true;
      case PARTIAL -> refusal.verdict() instanceof Verdict.Unknown;
      case FULL -> false;
    };
  }

  private void collect(Region region, List<Operation> todo) {
    for (Block block : region.blocks()) {
      for (Operation operation : block) {
        collect(operation, todo);
      }
    }
  }

  private void collect(Operation operation, List<Operation> todo) {
    if (waiting.contains(operation)) {
      return;
    }
    todo.add(operation);
    if (!operation.regions().isEmpty() && !isLegalAsAWhole(operation)) {
      operation.regions().forEach(region -> collect(region, todo));
    }
  }

  private boolean isLegalAsAWhole(Operation operation) {
    return settings.target().verdict(operation) instanceof Verdict.Legal(boolean recursively)
        && recursively;
  }

  // Returns why the operation cannot be made legal, if it cannot; then nothing was changed.
  private Optional<Refusal> legalize(Operation operation) {
    Verdict verdict = settings.target().verdict(operation);
    if (verdict instanceof Verdict.Legal) {
      return Optional.empty();
    }
    ImmutableList.Builder<Attempt> attempts = ImmutableList.builder();
    for (RewritePattern pattern : settings.patterns().matching(operation)) {
      Optional<Attempt> failed = attempt(pattern, operation);
      if (failed.isEmpty()) {
        return Optional.empty();
      }
      settings.listener().notMatched(pattern.name(), operation, Refusal.text(failed.get()));
      attempts.add(failed.get());
    }
    return Optional.of(new Refusal(operation, verdict, attempts.build()));
  }

  private Optional<Attempt> attempt(RewritePattern pattern, Operation operation) {
    if (active.contains(pattern) && !hasBoundedRecursion(pattern)) {
      return failed(pattern, "it would be applied to what it made itself");
    }
    if (active.size() >= DEEPEST) {
      return failed(pattern, "it would be the %dth in a chain of patterns".formatted(DEEPEST + 1));
    }
    int mark = state.mark();
    int touched = state.touchedCount();
    PatternResult result = pattern.apply(operation, new ConversionRewriter(operation, state));
    if (result instanceof PatternResult.NoMatch(String reason)) {
      state.rollback(mark);
      return failed(pattern, reason);
    }
    int count = applied.size();
    applied.add(pattern.name());
    Optional<Attempt> failure = legalizeMade(pattern, operation, touched);
    if (failure.isPresent()) {
      applied.subList(count, applied.size()).clear();
      state.rollback(mark);
      return failure;
    }
    settings.listener().rewritten(pattern.name(), operation);
    return Optional.empty();
  }

  private Optional<Attempt> legalizeMade(RewritePattern pattern, Operation root, int touched) {
    List<Operation> all = new ArrayList<>();
    boolean done = state.isErased(root);
    for (Touched one : state.touchedSince(touched)) {
      done |= one.operation() == root;
      if (one.made()) {
        collect(one.operation(), all);
      } else if (!waiting.contains(one.operation())) {
        all.add(one.operation());
      }
    }
    if (!done) {
      return failed(pattern, "it neither replaced nor changed the operation");
    }
    active.push(pattern);
    try {
      for (Operation operation : all) {
        Optional<Refusal> refusal =
            state.isErased(operation) ? Optional.empty() : legalize(operation);
        if (refusal.isPresent()) {
          return Optional.of(new Attempt(pattern.name(), "", refusal));
        }
      }
      return Optional.empty();
    } finally {
      active.pop();
    }
  }

  private static boolean hasBoundedRecursion(RewritePattern pattern) {
    return pattern instanceof ConversionPattern conversion && conversion.hasBoundedRecursion();
  }

  private static Optional<Attempt> failed(RewritePattern pattern, String reason) {
    return Optional.of(new Attempt(pattern.name(), reason, Optional.empty()));
  }
}
