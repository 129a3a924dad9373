package org.qopt.passes.viewopgraph;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.qopt.passes.viewopgraph.OpGraph.Box;
import org.qopt.passes.viewopgraph.OpGraph.Edge;
import org.qopt.passes.viewopgraph.OpGraph.Item;
import org.qopt.passes.viewopgraph.OpGraph.Node;
import org.qopt.passes.viewopgraph.Picture.Place;
import org.qopt.passes.viewopgraph.layout.Point;

/** Writes a graph as a picture. */
final class SvgWriter {
  private static final double BEND = 0.5;

  private final StringBuilder out = new StringBuilder();
  private final Picture picture;
  private final Map<Item, Integer> operands = new IdentityHashMap<>();

  private SvgWriter(Picture picture) {
    this.picture = picture;
  }

  static String write(OpGraph graph) {
    SvgWriter writer = new SvgWriter(new Picture(graph));
    writer.open(writer.picture.place(graph.root()));
    writer.item(graph.root());
    graph.edges().stream()
        .filter(edge -> !edge.isControl())
        .forEach(edge -> writer.operands.merge(edge.to(), 1, Integer::sum));
    graph.edges().forEach(writer::edge);
    return writer.out.append("</svg>\n").toString();
  }

  private void open(Place root) {
    double width = root.size().width() + 2 * Picture.MARGIN;
    double height = root.size().height() + 2 * Picture.MARGIN;
    line(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" viewBox=\"0 0 %.0f %.0f\">",
        width, height, width, height);
    out.append(
        """
        <style>
          text { font: 11px monospace; white-space: pre; }
          .number { font-size: 9px; fill: #555; }
          .box { fill: #000; fill-opacity: 0.04; stroke: #888; }
          .node { stroke: #444; }
          .argument { fill: #fff; stroke: #444; }
          path { fill: none; stroke: #444; marker-end: url(#arrow); }
          .control { stroke-dasharray: 4 3; stroke: #999; }
        </style>
        <defs>
          <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <polygon points="0,1 8,4 0,7" fill="#444"/>
          </marker>
        </defs>
        <rect width="100%" height="100%" fill="#fff"/>
        """);
  }

  private void item(Item item) {
    switch (item) {
      case Node node -> node(node, picture.place(node));
      case Box box -> box(box, picture.place(box));
    }
  }

  private void node(Node node, Place place) {
    boolean argument = node.hue().isEmpty();
    String fill =
        node.hue().map(hue -> format(" fill=\"hsl(%.0f,75%%,86%%)\"", hue * 360)).orElse("");
    rectangle(place, argument ? "argument" : "node", argument ? 11 : 3, fill);
    double x = place.top().x();
    text(node, x, place.corner().y() + Picture.MARGIN / 4, "middle");
  }

  private void box(Box box, Place place) {
    rectangle(place, "box", 5, "");
    double x = place.corner().x() + Picture.MARGIN / 2;
    text(box, x, place.corner().y() + Picture.MARGIN / 4, "start");
    box.items().forEach(this::item);
  }

  private void rectangle(Place place, String style, int radius, String fill) {
    line(
        "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"%d\"%s/>",
        style,
        place.corner().x(),
        place.corner().y(),
        place.size().width(),
        place.size().height(),
        radius,
        fill);
  }

  private void text(Item item, double x, double top, String anchor) {
    double y = top;
    for (String text : Picture.lines(item)) {
      y += Picture.LINE;
      line(
          "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
          x, y - Picture.LINE / 4, anchor, escaped(text));
    }
  }

  private void edge(Edge edge) {
    Place from = picture.place(edge.from());
    Place to = picture.place(edge.to());
    boolean upwards = to.bottom().y() < from.corner().y();
    List<Point> points = new ArrayList<>(List.of(upwards ? from.top() : from.bottom()));
    points.addAll(picture.route(edge));
    points.add(upwards ? to.bottom() : head(edge, to));
    StringBuilder path = new StringBuilder();
    path.append(format("M%.1f,%.1f", points.getFirst().x(), points.getFirst().y()));
    for (int i = 1; i < points.size(); i++) {
      curve(points.get(i - 1), points.get(i), path);
    }
    line("<path%s d=\"%s\"/>", edge.isControl() ? " class=\"control\"" : "", path);
    if (!edge.label().isEmpty()) {
      Point head = points.getLast();
      line(
          "<text class=\"number\" x=\"%.1f\" y=\"%.1f\">%s</text>",
          head.x() + 3, head.y() - 7, escaped(edge.label()));
    }
  }

  // Operands enter one beside the other.
  private Point head(Edge edge, Place to) {
    if (edge.label().isEmpty()) {
      return to.top();
    }
    double share = (Integer.parseInt(edge.label()) + 1.0) / (operands.get(edge.to()) + 1);
    return new Point(to.corner().x() + to.size().width() * share, to.corner().y());
  }

  private static void curve(Point from, Point to, StringBuilder path) {
    double bend = (to.y() - from.y()) * BEND;
    path.append(
        format(
            " C%.1f,%.1f %.1f,%.1f %.1f,%.1f",
            from.x(), from.y() + bend, to.x(), to.y() - bend, to.x(), to.y()));
  }

  private void line(String format, Object... arguments) {
    out.append(format(format, arguments)).append('\n');
  }

  private static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }

  // XML knows no other control characters than these, not even escaped.
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .map(c -> (c < ' ' && c != '\t') || c == 0xFFFE || c == 0xFFFF ? 0xFFFD : c)
        .map(c -> Character.isBmpCodePoint(c) && Character.isSurrogate((char) c) ? 0xFFFD : c)
        .forEach(
            c -> {
              switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                default -> escaped.appendCodePoint(c);
              }
            });
    return escaped.toString();
  }
}
