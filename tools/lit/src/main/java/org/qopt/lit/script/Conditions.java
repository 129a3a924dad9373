package org.qopt.lit.script;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The conditions of one keyword, separated by commas; a backslash at the end continues the last.
 */
final class Conditions {
  private final String keyword;
  private final List<String> conditions = new ArrayList<>();

  Conditions(String keyword) {
    this.keyword = keyword;
  }

  void add(String value) throws ScriptException {
    List<String> parts = new ArrayList<>();
    Arrays.stream(value.split(","))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .forEach(parts::add);
    if (continues() && !parts.isEmpty()) {
      String head = conditions.removeLast();
      conditions.add(head.substring(0, head.length() - 1) + parts.removeFirst());
    }
    conditions.addAll(parts);
    for (String condition : conditions) {
      if (!condition.equals("*") && !condition.endsWith("\\")) {
        BooleanExpression.evaluate(condition, Set.of());
      }
    }
  }

  private boolean continues() {
    return !conditions.isEmpty() && conditions.getLast().endsWith("\\");
  }

  ImmutableList<String> finish() throws ScriptException {
    if (continues()) {
      throw new ScriptException("Test has unterminated '" + keyword + "' lines (with '\\')");
    }
    return ImmutableList.copyOf(conditions);
  }
}
