package org.qopt.rewrite;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;

/** Patterns, found by the kind of operation that they apply to. */
public final class PatternSet {
  private static final Comparator<RewritePattern> GREATEST_BENEFIT_FIRST =
      (a, b) -> Integer.compare(b.benefit(), a.benefit());

  private final ImmutableList<RewritePattern> patterns;
  private final ImmutableList<RewritePattern> forAny;
  private final ImmutableListMultimap<OpDef, RewritePattern> byRoot;

  private PatternSet(ImmutableList<RewritePattern> patterns) {
    this.patterns = patterns;
    this.forAny =
        patterns.stream().filter(p -> p.roots().isEmpty()).collect(ImmutableList.toImmutableList());
    ImmutableListMultimap.Builder<OpDef, RewritePattern> map = ImmutableListMultimap.builder();
    patterns.stream()
        .flatMap(pattern -> pattern.roots().stream())
        .distinct()
        .forEach(
            root ->
                map.putAll(
                    root,
                    patterns.stream()
                        .filter(p -> p.roots().isEmpty() || p.roots().contains(root))
                        .collect(ImmutableList.toImmutableList())));
    this.byRoot = map.build();
  }

  /** {@return the set of these patterns; of equal benefit, those named first are tried first} */
  public static PatternSet of(List<? extends RewritePattern> patterns) {
    return new PatternSet(
        patterns.stream().sorted(GREATEST_BENEFIT_FIRST).collect(ImmutableList.toImmutableList()));
  }

  /** {@return the set of these patterns} */
  public static PatternSet of(RewritePattern... patterns) {
    return of(Arrays.asList(patterns));
  }

  /** {@return the patterns of both sets} */
  public PatternSet and(PatternSet other) {
    return of(Stream.concat(patterns.stream(), other.patterns.stream()).toList());
  }

  /** {@return the patterns of this set that {@code kept} accepts} */
  public PatternSet filter(Predicate<RewritePattern> kept) {
    return of(patterns.stream().filter(kept).toList());
  }

  /** {@return all patterns, those of greatest benefit first} */
  public ImmutableList<RewritePattern> patterns() {
    return patterns;
  }

  /** {@return the patterns to try on {@code operation}, in order} */
  public ImmutableList<RewritePattern> matching(Operation operation) {
    Optional<OpDef> def = operation.def();
    if (def.isEmpty()) {
      return forAny;
    }
    ImmutableList<RewritePattern> found = byRoot.get(def.get());
    // Of those with a root of their own, each has at least one pattern.
    return found.isEmpty() ? forAny : found;
  }
}
