package org.qopt.passes.viewopgraph;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qopt.ir.Block;
import org.qopt.ir.BlockArgument;
import org.qopt.ir.Operation;
import org.qopt.ir.Region;
import org.qopt.ir.Value;
import org.qopt.passes.viewopgraph.OpGraph.Box;
import org.qopt.passes.viewopgraph.OpGraph.Edge;
import org.qopt.passes.viewopgraph.OpGraph.Item;
import org.qopt.passes.viewopgraph.OpGraph.Node;

/** Makes the graph of an operation and all that it holds. */
final class GraphBuilder {
  private final ViewOpGraphPass options;
  private final ItemLabels labels;
  private final Map<String, Integer> kinds = new LinkedHashMap<>();
  private final Map<Value, Item> sources = new IdentityHashMap<>();
  private final Map<Operation, Item> items = new IdentityHashMap<>();
  private final List<Edge> controlEdges = new ArrayList<>();
  private final List<Operation> users = new ArrayList<>();
  private int number;

  GraphBuilder(ViewOpGraphPass options) {
    this.options = options;
    this.labels = new ItemLabels(options);
  }

  OpGraph build(Operation root) {
    numberKinds(root);
    Item item = item(root);
    List<Edge> edges = new ArrayList<>(controlEdges);
    if (options.printDataFlowEdges()) {
      users.forEach(user -> addDataEdges(user, edges));
    }
    return new OpGraph(item, edges);
  }

  // Each kind gets a colour of its own, so all must be known before the first.
  private void numberKinds(Operation operation) {
    for (Region region : operation.regions()) {
      region.blocks().forEach(block -> block.forEach(this::numberKinds));
    }
    kinds.putIfAbsent(operation.name(), kinds.size());
  }

  private Item item(Operation operation) {
    Item item = operation.regions().isEmpty() ? node(operation) : box(operation);
    operation.results().forEach(result -> sources.put(result, item));
    items.put(operation, item);
    users.add(operation);
    return item;
  }

  private Item node(Operation operation) {
    double hue = (double) kinds.get(operation.name()) / kinds.size();
    return new Node(++number, labels.of(operation), Optional.of(hue));
  }

  private Item box(Operation operation) {
    int box = ++number;
    int id = ++number;
    List<Item> blocks = new ArrayList<>();
    for (Region region : operation.regions()) {
      region.blocks().forEach(block -> blocks.add(block(block)));
    }
    return new Box(box, id, labels.of(operation), blocks);
  }

  private Item block(Block block) {
    int box = ++number;
    int id = ++number;
    List<Item> inside = new ArrayList<>();
    for (BlockArgument argument : block.arguments()) {
      Item node = new Node(++number, labels.of(argument), Optional.empty());
      sources.put(argument, node);
      inside.add(node);
    }
    Optional<Item> previous = Optional.empty();
    for (Operation operation : block) {
      Item next = item(operation);
      inside.add(next);
      if (options.printControlFlowEdges()) {
        previous.ifPresent(last -> controlEdges.add(new Edge(last, next, "", true)));
      }
      previous = Optional.of(next);
    }
    return new Box(box, id, "", inside);
  }

  private void addDataEdges(Operation user, List<Edge> edges) {
    for (int i = 0; i < user.operandCount(); i++) {
      Item from = sources.get(user.operand(i));
      // A value from outside of what is shown has no item.
      if (from != null) {
        String label = user.operandCount() > 1 ? Integer.toString(i) : "";
        edges.add(new Edge(from, items.get(user), label, false));
      }
    }
  }
}
