package org.qopt.passes.viewopgraph;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.qopt.passes.viewopgraph.OpGraph.Box;
import org.qopt.passes.viewopgraph.OpGraph.Edge;
import org.qopt.passes.viewopgraph.OpGraph.Item;
import org.qopt.passes.viewopgraph.OpGraph.Node;
import org.qopt.passes.viewopgraph.layout.Drawing;
import org.qopt.passes.viewopgraph.layout.LayeredLayout;
import org.qopt.passes.viewopgraph.layout.Link;
import org.qopt.passes.viewopgraph.layout.Point;
import org.qopt.passes.viewopgraph.layout.Size;

/** Where each item of a graph stands, boxes around what they hold. */
final class Picture {
  static final double MARGIN = 14;
  static final double LINE = 14;
  static final double CHARACTER = 6.7;

  /**
   * Where an item stands.
   *
   * @param corner its upper left corner
   * @param size its size
   */
  record Place(Point corner, Size size) {
    Point top() {
      return new Point(corner.x() + size.width() / 2, corner.y());
    }

    Point bottom() {
      return new Point(corner.x() + size.width() / 2, corner.y() + size.height());
    }
  }

  private final Map<Item, Box> parents = new IdentityHashMap<>();
  private final Map<Item, Integer> indices = new IdentityHashMap<>();
  private final Map<Box, List<Edge>> edgesIn = new IdentityHashMap<>();
  private final Map<Item, Size> sizes = new IdentityHashMap<>();
  private final Map<Box, Drawing> drawings = new IdentityHashMap<>();
  private final Map<Item, Place> places = new IdentityHashMap<>();
  private final Map<Edge, List<Point>> routes = new IdentityHashMap<>();

  Picture(OpGraph graph) {
    index(graph.root());
    for (Edge edge : graph.edges()) {
      edgesIn.computeIfAbsent(common(edge), _ -> new ArrayList<>()).add(edge);
    }
    measure(graph.root());
    place(graph.root(), new Point(MARGIN, MARGIN));
  }

  Place place(Item item) {
    return places.get(item);
  }

  /** {@return the points that an edge goes through between its ends, from its start} */
  List<Point> route(Edge edge) {
    return routes.getOrDefault(edge, List.of());
  }

  static List<String> lines(Item item) {
    return item.label().isEmpty() ? List.of() : item.label().strip().lines().toList();
  }

  private void index(Item item) {
    if (item instanceof Box box) {
      for (int i = 0; i < box.items().size(); i++) {
        parents.put(box.items().get(i), box);
        indices.put(box.items().get(i), i);
        index(box.items().get(i));
      }
    }
  }

  private Box common(Edge edge) {
    Box from = parents.get(edge.from());
    while (!holds(from, edge.to())) {
      from = parents.get(from);
    }
    return from;
  }

  private boolean holds(Box box, Item item) {
    for (Box parent = parents.get(item); parent != null; parent = parents.get(parent)) {
      if (parent == box) {
        return true;
      }
    }
    return false;
  }

  private Item childOf(Box box, Item item) {
    Item child = item;
    while (parents.get(child) != box) {
      child = parents.get(child);
    }
    return child;
  }

  private Link link(Box box, Edge edge) {
    return new Link(indices.get(childOf(box, edge.from())), indices.get(childOf(box, edge.to())));
  }

  private Size measure(Item item) {
    List<String> lines = lines(item);
    double text = lines.stream().mapToInt(String::length).max().orElse(0) * CHARACTER;
    Size size =
        switch (item) {
          case Node _ -> new Size(text + MARGIN, lines.size() * LINE + MARGIN / 2);
          case Box box -> around(draw(box).size(), text, lines.size());
        };
    sizes.put(item, size);
    return size;
  }

  private static Size around(Size inside, double text, int lines) {
    return new Size(
        Math.max(inside.width(), text) + 2 * MARGIN, inside.height() + lines * LINE + 2 * MARGIN);
  }

  private Drawing draw(Box box) {
    List<Size> inside = box.items().stream().map(this::measure).toList();
    List<Link> links =
        edgesIn.getOrDefault(box, List.of()).stream().map(edge -> link(box, edge)).toList();
    Drawing drawing = LayeredLayout.of(inside, links);
    drawings.put(box, drawing);
    return drawing;
  }

  private void place(Item item, Point corner) {
    places.put(item, new Place(corner, sizes.get(item)));
    if (!(item instanceof Box box)) {
      return;
    }
    Drawing drawing = drawings.get(box);
    double x = corner.x() + (sizes.get(box).width() - drawing.size().width()) / 2;
    double y = corner.y() + MARGIN + lines(box).size() * LINE;
    for (int i = 0; i < box.items().size(); i++) {
      Point inside = drawing.corners().get(i);
      place(box.items().get(i), new Point(x + inside.x(), y + inside.y()));
    }
    for (Edge edge : edgesIn.getOrDefault(box, List.of())) {
      // One that ends inside of an item is drawn straight.
      if (parents.get(edge.from()) == box && parents.get(edge.to()) == box) {
        List<Point> route =
            drawing.routes().getOrDefault(link(box, edge), ImmutableList.of()).stream()
                .map(point -> new Point(x + point.x(), y + point.y()))
                .toList();
        boolean upwards = indices.get(edge.from()) > indices.get(edge.to());
        routes.put(edge, upwards ? route.reversed() : route);
      }
    }
  }
}
