package org.qopt.pass;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Which analyses are as true after passes have run as before; all, until something changes. */
final class PreservedAnalyses {
  private final Set<AnalysisKind<?>> some = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean all;

  private PreservedAnalyses(boolean all) {
    this.all = all;
  }

  static PreservedAnalyses all() {
    return new PreservedAnalyses(true);
  }

  static PreservedAnalyses none() {
    return new PreservedAnalyses(false);
  }

  void add(AnalysisKind<?> kind) {
    some.add(kind);
  }

  void addAll() {
    all = true;
  }

  boolean isAll() {
    return all;
  }

  boolean contains(AnalysisKind<?> kind) {
    return all || some.contains(kind);
  }

  /** Keeps only what {@code other} preserves too. */
  void retain(PreservedAnalyses other) {
    if (other.all) {
      return;
    }
    if (all) {
      all = false;
      some.addAll(other.some);
    } else {
      some.retainAll(other.some);
    }
  }
}
