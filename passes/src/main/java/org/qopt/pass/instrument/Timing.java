package org.qopt.pass.instrument;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Time by nested, named activities, some of which go on at once on several threads. Activities of
 * one key in one activity are one line of the report.
 */
public final class Timing {
  // The slot of what runs on the thread that the activity around it runs on.
  private static final long HOME = 0;

  private final Node root = new Node("Total", false);
  private final Deque<Scope> running = new ArrayDeque<>();

  /** A clock that starts now. */
  public Timing() {
    running.push(new Scope(root, true));
  }

  /** An activity that is going on, or has been for some time. */
  private static final class Node {
    final String name;
    final boolean hidden;
    final Map<Long, Map<Object, Node>> children = new ConcurrentHashMap<>();
    long nanos;

    Node(String name, boolean hidden) {
      this.name = name;
      this.hidden = hidden;
    }

    Node child(long slot, Object key, String childName, boolean isHidden) {
      return children
          .computeIfAbsent(slot, _ -> new LinkedHashMap<>())
          .computeIfAbsent(key, _ -> new Node(childName, isHidden));
    }
  }

  /** An activity that is going on. */
  static final class Scope {
    private final Node node;
    private final long thread = Thread.currentThread().threadId();
    private final long start = System.nanoTime();

    private final boolean borrowed;

    private Scope(Node node, boolean borrowed) {
      this.node = node;
      this.borrowed = borrowed;
    }

    /** {@return an activity inside this one, which begins now on the current thread} */
    Scope begin(Object key, String name) {
      return begin(key, name, false);
    }

    /** {@return an activity that has no line of its own; those inside stand in its place} */
    Scope beginHidden(Object key) {
      return begin(key, "", true);
    }

    private Scope begin(Object key, String name, boolean hidden) {
      long current = Thread.currentThread().threadId();
      long slot = current == thread ? HOME : current;
      return new Scope(node.child(slot, key, name, hidden), false);
    }

    void end() {
      if (!borrowed) {
        node.nanos += System.nanoTime() - start;
      }
    }
  }

  /** Begins an activity inside the one that the thread that made the clock is at. */
  public void start(String name) {
    running.push(running.element().begin(name, name));
  }

  /** Ends the activity begun last by {@link #start}. */
  public void stop() {
    running.pop().end();
  }

  /** {@return what is going on now, with which the current thread goes on; ended by another} */
  Scope current() {
    return new Scope(running.element().node, true);
  }

  /** {@return what has been measured so far} */
  public TimingReport report() {
    root.nanos = System.nanoTime() - running.peekLast().start;
    Sum total = sum(root);
    return new TimingReport(total.wall(), total.user(), total.lines());
  }

  /** What was measured of one activity on all threads. */
  private record Sum(String name, boolean hidden, long wall, long user, Map<Object, Sum> children) {
    // As in MLIR: of what goes on at once the longest is wall time, and all together user time.
    Sum beside(Sum other) {
      Map<Object, Sum> both = new LinkedHashMap<>(children);
      other.children.forEach((key, child) -> both.merge(key, child, Sum::beside));
      return new Sum(name, hidden, Math.max(wall, other.wall), user + other.user, both);
    }

    List<TimingReport.Line> lines() {
      List<TimingReport.Line> lines = new ArrayList<>();
      for (Sum child : children.values()) {
        if (child.hidden) {
          lines.addAll(child.lines());
        } else {
          lines.add(new TimingReport.Line(child.name, child.wall, child.user, child.lines()));
        }
      }
      return lines;
    }
  }

  private static Sum sum(Node node) {
    Map<Object, Sum> children = new LinkedHashMap<>();
    long user = node.nanos;
    for (Map.Entry<Long, Map<Object, Node>> slot : new TreeMap<>(node.children).entrySet()) {
      for (Map.Entry<Object, Node> child : slot.getValue().entrySet()) {
        Sum sum = sum(child.getValue());
        user += sum.user() - (slot.getKey() == HOME ? sum.wall() : 0);
        children.merge(child.getKey(), sum, Sum::beside);
      }
    }
    return new Sum(node.name, node.hidden, node.nanos, user, children);
  }
}
