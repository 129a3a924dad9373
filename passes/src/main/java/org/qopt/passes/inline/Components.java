package org.qopt.passes.inline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.qopt.dialect.func.FuncOp;

/**
 * Finds the groups of functions that all reach each other (strongly connected components), by
 * Tarjan's algorithm, without recursion: chains of calls may be long. Groups and their members come
 * in the order in which MLIR visits them, for the outcome depends on it.
 */
final class Components {
  private static final int DONE = Integer.MAX_VALUE;

  private final CallGraph graph;
  private final List<List<FuncOp>> found = new ArrayList<>();
  private final Map<FuncOp, Integer> numbers = new HashMap<>();
  private final Deque<FuncOp> unfinished = new ArrayDeque<>();
  private final Deque<Visit> open = new ArrayDeque<>();

  private static final class Visit {
    private final FuncOp function;
    private final Iterator<FuncOp> callees;
    // The least number that is reached from here.
    private int least;

    Visit(FuncOp function, Iterator<FuncOp> callees, int number) {
      this.function = function;
      this.callees = callees;
      this.least = number;
    }
  }

  private Components(CallGraph graph) {
    this.graph = graph;
  }

  /** {@return the groups, one after those that it calls; within one, who was found last first} */
  static List<List<FuncOp>> of(CallGraph graph) {
    Components components = new Components(graph);
    for (FuncOp function : graph.functions()) {
      if (!components.numbers.containsKey(function)) {
        components.enter(function);
        components.visit();
      }
    }
    return components.found;
  }

  private void enter(FuncOp function) {
    int number = numbers.size();
    numbers.put(function, number);
    unfinished.push(function);
    open.push(new Visit(function, graph.callees(function).iterator(), number));
  }

  private void visit() {
    while (!open.isEmpty()) {
      Visit visit = open.peek();
      if (visit.callees.hasNext()) {
        FuncOp callee = visit.callees.next();
        Integer number = numbers.get(callee);
        if (number == null) {
          enter(callee);
        } else {
          visit.least = Math.min(visit.least, number);
        }
      } else {
        leave(open.pop());
      }
    }
  }

  private void leave(Visit visit) {
    if (!open.isEmpty()) {
      open.peek().least = Math.min(open.peek().least, visit.least);
    }
    if (visit.least != numbers.get(visit.function)) {
      return;
    }
    List<FuncOp> members = new ArrayList<>();
    FuncOp member;
    do {
      member = unfinished.pop();
      members.add(member);
      numbers.put(member, DONE);
    } while (!member.equals(visit.function));
    found.add(members);
  }
}
