package org.qopt.passes.viewopgraph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.qopt.ir.Block;
import org.qopt.ir.BlockArgument;
import org.qopt.ir.Operation;
import org.qopt.ir.Region;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DenseElementsAttr;

/** Writes one operation and all that it holds in DOT. */
final class DotWriter {
  // Neighbouring hues that the eye tells apart; kinds of operation share them in turn.
  private static final int HUES = 12;

  private final ViewOpGraphPass options;
  private final StringBuilder out = new StringBuilder();
  private final List<String> edges = new ArrayList<>();
  private final Map<Value, Integer> nodes = new IdentityHashMap<>();
  private final Map<String, Integer> hues = new HashMap<>();
  private int number;
  private int depth = 1;

  DotWriter(ViewOpGraphPass options) {
    this.options = options;
  }

  String write(Operation operation) {
    out.append("digraph G {\n");
    line("compound = true;");
    operation(operation);
    edges.forEach(this::line);
    return out.append("}\n").toString();
  }

  private void operation(Operation operation) {
    if (operation.regions().isEmpty()) {
      int node = ++number;
      line(
          "v%d [label = %s, shape = ellipse, style = filled, fillcolor = \"%s 0.3 1.0\"];"
              .formatted(node, quoted(label(operation)), hue(operation)));
      operation.results().forEach(result -> nodes.put(result, node));
      connect(operation, node);
      return;
    }
    open(label(operation));
    // What takes and is taken of an operation that is a box is a node inside of it.
    int node = ++number;
    line("v%d [label = \"\", shape = point];".formatted(node));
    operation.results().forEach(result -> nodes.put(result, node));
    connect(operation, node);
    for (Region region : operation.regions()) {
      region.blocks().forEach(this::block);
    }
    close();
  }

  private void block(Block block) {
    open("");
    for (BlockArgument argument : block.arguments()) {
      nodes.put(argument, ++number);
      String name = argument.name().orElse("arg" + argument.index());
      String type = options.printResultTypes() ? " : " + argument.type() : "";
      line("v%d [label = %s, shape = ellipse];".formatted(number, quoted(shortened(name) + type)));
    }
    block.forEach(this::operation);
    close();
  }

  private void connect(Operation operation, int node) {
    for (int i = 0; i < operation.operandCount(); i++) {
      Integer from = nodes.get(operation.operand(i));
      // A value from outside of what is shown has no node.
      if (from != null) {
        String label = operation.operandCount() > 1 ? Integer.toString(i) : "";
        edges.add("v%d -> v%d [label = \"%s\"];".formatted(from, node, label));
      }
    }
  }

  private String label(Operation operation) {
    StringBuilder label = new StringBuilder(operation.name());
    if (options.printResultTypes()) {
      label.append(
          operation.resultTypes().stream()
              .map(Object::toString)
              .collect(Collectors.joining(", ", " : (", ")")));
    }
    if (options.printAttrs()) {
      operation
          .allAttributes()
          .entries()
          .forEach(
              (name, value) -> label.append('\n').append(name).append(": ").append(text(value)));
    }
    return label.toString();
  }

  private String text(Attribute value) {
    // The elements may be millions.
    return value instanceof DenseElementsAttr dense
        ? "dense<...> : " + dense.type()
        : shortened(value.toString());
  }

  private String shortened(String text) {
    return text.length() > options.maxLabelLen()
        ? text.substring(0, options.maxLabelLen()) + "..."
        : text;
  }

  private String hue(Operation operation) {
    int index = hues.computeIfAbsent(operation.name(), _ -> hues.size());
    return String.format(Locale.ROOT, "%.3f", (double) (index % HUES) / HUES);
  }

  private void open(String label) {
    line("subgraph cluster_%d {".formatted(++number));
    depth++;
    line("label = %s;".formatted(quoted(label)));
  }

  private void close() {
    depth--;
    line("}");
  }

  private void line(String text) {
    out.append("  ".repeat(depth)).append(text).append('\n');
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
