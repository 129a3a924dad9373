package org.qopt.rewrite;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.qopt.ir.Operation;

/** Operations to look at, each once, first come first served. */
final class Worklist {
  private final Queue<Operation> queue = new ArrayDeque<>();
  private final Set<Operation> waiting = Collections.newSetFromMap(new IdentityHashMap<>());

  void add(Operation operation) {
    if (waiting.add(operation)) {
      queue.add(operation);
    }
  }

  // Leaves it in the queue, to be passed over when its turn comes. When it is added again before
  // that, it is there twice, and the second time passed over.
  void remove(Operation operation) {
    waiting.remove(operation);
  }

  Optional<Operation> take() {
    Operation next = queue.poll();
    while (next != null && !waiting.remove(next)) {
      next = queue.poll();
    }
    return Optional.ofNullable(next);
  }

  int size() {
    return waiting.size();
  }

  void clear() {
    queue.clear();
    waiting.clear();
  }
}
