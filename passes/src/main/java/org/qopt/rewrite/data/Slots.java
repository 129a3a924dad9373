package org.qopt.rewrite.data;

import java.util.IdentityHashMap;
import java.util.Map;
import org.qopt.ir.Value;

/** The numbers of a pattern's values. */
final class Slots {
  private final Map<Value, Integer> numbers = new IdentityHashMap<>();

  void add(Value value) {
    numbers.put(value, numbers.size());
  }

  int of(Value value) {
    return numbers.get(value);
  }

  int count() {
    return numbers.size();
  }
}
