package org.qopt.pass;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.qopt.ir.Operation;

/**
 * What has been found out about one operation, and about those inside it. Each analysis is made
 * when it is first asked for, and forgotten once a pass has run that does not preserve it.
 */
public final class Analyses {
  private final Operation operation;
  private final AnalysisWatch watch;
  private final Map<AnalysisKind<?>, Object> known = new IdentityHashMap<>();
  private final Map<Operation, Analyses> inside = new IdentityHashMap<>();

  Analyses(Operation operation, AnalysisWatch watch) {
    this.operation = operation;
    this.watch = watch;
  }

  /** {@return the operation that all of this is about} */
  public Operation operation() {
    return operation;
  }

  /** {@return the analysis, made now if it is not known} */
  public <T> T of(AnalysisKind<T> kind) {
    Optional<T> cached = known(kind);
    if (cached.isPresent()) {
      return cached.get();
    }
    watch.before(kind, operation);
    T found;
    try {
      found = kind.find(operation, this);
    } finally {
      watch.after(kind, operation);
    }
    known.put(kind, found);
    return found;
  }

  /** {@return the analysis if it is known} */
  // What is stored under a kind was made by it.
  @SuppressWarnings("unchecked")
  public <T> Optional<T> known(AnalysisKind<T> kind) {
    return Optional.ofNullable((T) known.get(kind));
  }

  /**
   * {@return the analyses of an operation directly inside, which are kept as long as a pass over
   * this one preserves them}
   */
  public Analyses inside(Operation nested) {
    return inside.computeIfAbsent(nested, op -> new Analyses(op, watch));
  }

  /** Forgets what is not preserved, here and inside. */
  void retain(PreservedAnalyses preserved) {
    if (preserved.isAll()) {
      return;
    }
    known.keySet().removeIf(kind -> !preserved.contains(kind));
    // Nested operations may be gone; they must not be kept alive, nor mistaken for new ones.
    inside.keySet().removeIf(nested -> nested.parentOp().filter(operation::equals).isEmpty());
    inside.values().forEach(nested -> nested.retain(preserved));
  }

  /** Forgets what is not preserved of this operation; what is inside has been looked after. */
  void retainHere(PreservedAnalyses preserved) {
    known.keySet().removeIf(kind -> !preserved.contains(kind));
  }

  /** Is told when analyses are made. */
  interface AnalysisWatch {
    void before(AnalysisKind<?> kind, Operation operation);

    void after(AnalysisKind<?> kind, Operation operation);
  }
}
