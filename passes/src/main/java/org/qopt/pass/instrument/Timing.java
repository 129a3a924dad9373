package org.qopt.pass.instrument;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Wall time by nested, named activities; the report looks as mlir-opt's. One thread uses it. */
public final class Timing {
  /** How the report is laid out. */
  public enum Display {
    /** All activities of one name together, the longest first. */
    LIST,
    /** Nested as they ran. */
    TREE
  }

  private static final class Node {
    final String name;
    final Map<String, Node> children = new LinkedHashMap<>();
    long nanos;
    long startedAt;

    Node(String name) {
      this.name = name;
    }
  }

  private final Node root = new Node("Total");
  private final Deque<Node> running = new ArrayDeque<>();

  /** A clock that starts now. */
  public Timing() {
    root.startedAt = System.nanoTime();
    running.push(root);
  }

  /** Begins an activity inside the one that is going on. */
  public void start(String name) {
    Node node = running.element().children.computeIfAbsent(name, Node::new);
    node.startedAt = System.nanoTime();
    running.push(node);
  }

  /** Ends the activity begun last. */
  public void stop() {
    Node node = running.pop();
    node.nanos += System.nanoTime() - node.startedAt;
  }

  /** {@return the report on all activities that have ended} */
  public String report(Display display) {
    root.nanos = System.nanoTime() - root.startedAt;
    StringBuilder out = new StringBuilder();
    Reports.title(out, "Execution time report");
    out.append("  Total Execution Time: ").append(seconds(root.nanos)).append(" seconds\n\n");
    out.append("  ----Wall Time----  ----Name----\n");
    switch (display) {
      case TREE -> root.children.values().forEach(node -> tree(out, node, 0));
      case LIST -> list(out);
    }
    long known = root.children.values().stream().mapToLong(node -> node.nanos).sum();
    line(out, root.nanos - known, "Rest");
    line(out, root.nanos, "Total");
    return out.toString();
  }

  private void tree(StringBuilder out, Node node, int depth) {
    line(out, node.nanos, "  ".repeat(depth) + node.name);
    node.children.values().forEach(child -> tree(out, child, depth + 1));
  }

  // Own time, without that of activities inside: the lines add up to the total.
  private void list(StringBuilder out) {
    Map<String, Long> byName = new TreeMap<>();
    root.children.values().forEach(node -> addOwn(byName, node));
    List<Map.Entry<String, Long>> entries = new ArrayList<>(byName.entrySet());
    entries.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
    entries.forEach(entry -> line(out, entry.getValue(), entry.getKey()));
  }

  private static void addOwn(Map<String, Long> byName, Node node) {
    long inner = node.children.values().stream().mapToLong(child -> child.nanos).sum();
    byName.merge(node.name, node.nanos - inner, Long::sum);
    node.children.values().forEach(child -> addOwn(byName, child));
  }

  private void line(StringBuilder out, long nanos, String name) {
    double percent = root.nanos == 0 ? 0 : 100.0 * nanos / root.nanos;
    out.append(String.format(Locale.ROOT, "  %8s (%5.1f%%)  %s%n", seconds(nanos), percent, name));
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.4f", nanos / 1e9);
  }
}
