package org.qopt.passes.viewopgraph;

import java.util.Locale;
import org.qopt.passes.viewopgraph.OpGraph.Box;
import org.qopt.passes.viewopgraph.OpGraph.Edge;
import org.qopt.passes.viewopgraph.OpGraph.Item;
import org.qopt.passes.viewopgraph.OpGraph.Node;

/** Writes a graph in DOT, the language of Graphviz, as mlir-opt does. */
final class DotWriter {
  private final StringBuilder out = new StringBuilder();
  private int depth = 1;

  private DotWriter() {}

  static String write(OpGraph graph) {
    DotWriter writer = new DotWriter();
    writer.out.append("digraph G {\n");
    writer.line("compound = true;");
    writer.item(graph.root());
    graph.edges().forEach(writer::edge);
    return writer.out.append("}\n").toString();
  }

  private void item(Item item) {
    switch (item) {
      case Node node -> node(node);
      case Box box -> box(box);
    }
  }

  private void node(Node node) {
    String label = quoted(node.label());
    if (node.hue().isEmpty()) {
      line("v%d [label = %s, shape = ellipse];".formatted(node.id(), label));
    } else {
      String hue = String.format(Locale.ROOT, "%.6f", node.hue().get());
      line(
          "v%d [fillcolor = \"%s 1.0 1.0\", label = %s, shape = ellipse, style = filled];"
              .formatted(node.id(), hue, label));
    }
  }

  private void box(Box box) {
    line("subgraph cluster_%d {".formatted(box.number()));
    depth++;
    // Graphviz draws edges between nodes alone: this one stands for the box.
    line("v%d [label = \" \", shape = plain];".formatted(box.id()));
    line("label = %s;".formatted(quoted(box.label())));
    box.items().forEach(this::item);
    depth--;
    line("}");
  }

  // Graphviz cuts edges at the borders of boxes, but not what is written on them.
  private void edge(Edge edge) {
    StringBuilder attributes = new StringBuilder();
    if (edge.to() instanceof Box head) {
      attributes.append("lhead = cluster_").append(head.number()).append(", ");
    }
    if (edge.from() instanceof Box tail) {
      attributes.append("ltail = cluster_").append(tail.number()).append(", ");
    }
    if (attributes.isEmpty()) {
      attributes.append("label = \"").append(edge.label()).append("\", ");
    }
    attributes.append("style = ").append(edge.isControl() ? "dashed" : "solid");
    line("v%d -> v%d [%s];".formatted(edge.from().id(), edge.to().id(), attributes));
  }

  private void line(String text) {
    out.append("  ".repeat(depth)).append(text).append('\n');
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
