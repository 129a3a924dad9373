package org.qopt.passes.viewopgraph.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The layers of a graph. Each link leads from one layer to the next: where it is longer, vertices
 * without a node stand for it on the layers between. Vertices are numbered, nodes first.
 */
final class Layers {
  // A link across more layers is drawn straight: graphs of long chains would else grow
  // quadratically.
  private static final int LONGEST_ROUTE = 64;

  private final List<List<Integer>> layers = new ArrayList<>();
  private final List<List<Integer>> above = new ArrayList<>();
  private final List<List<Integer>> below = new ArrayList<>();
  private final Map<Link, List<Integer>> routes = new LinkedHashMap<>();
  private final int[] layerOf;

  Layers(int nodes, Set<Link> links) {
    layerOf = assign(nodes, links);
    int count = Arrays.stream(layerOf).max().orElse(-1) + 1;
    for (int i = 0; i < count; i++) {
      layers.add(new ArrayList<>());
    }
    for (int node = 0; node < nodes; node++) {
      addVertex(layerOf[node]);
    }
    links.forEach(this::route);
  }

  /** {@return the vertices of each layer, which may be put in order} */
  List<List<Integer>> layers() {
    return layers;
  }

  /** {@return the vertices above that vertex {@code v} has links to} */
  List<Integer> above(int v) {
    return above.get(v);
  }

  /** {@return the vertices below that vertex {@code v} has links to} */
  List<Integer> below(int v) {
    return below.get(v);
  }

  /** {@return the layer of node {@code node}} */
  int layerOf(int node) {
    return layerOf[node];
  }

  /** {@return the vertices that stand for each link but very long ones, from above} */
  Map<Link, List<Integer>> routes() {
    return routes;
  }

  /** {@return how many vertices there are} */
  int size() {
    return above.size();
  }

  // As far up as links allow; then what nothing leads to comes down to where it is used.
  private static int[] assign(int nodes, Set<Link> links) {
    List<List<Integer>> uppers = new ArrayList<>();
    int[] nearest = new int[nodes];
    Arrays.fill(nearest, Integer.MAX_VALUE);
    for (int i = 0; i < nodes; i++) {
      uppers.add(new ArrayList<>());
    }
    links.forEach(link -> uppers.get(link.lower()).add(link.upper()));
    int[] layer = new int[nodes];
    for (int node = 0; node < nodes; node++) {
      for (int upper : uppers.get(node)) {
        layer[node] = Math.max(layer[node], layer[upper] + 1);
      }
    }
    for (Link link : links) {
      nearest[link.upper()] = Math.min(nearest[link.upper()], layer[link.lower()]);
    }
    for (int node = 0; node < nodes; node++) {
      if (uppers.get(node).isEmpty() && nearest[node] != Integer.MAX_VALUE) {
        layer[node] = nearest[node] - 1;
      }
    }
    return layer;
  }

  private void route(Link link) {
    int first = layerOf[link.upper()] + 1;
    int last = layerOf[link.lower()];
    if (last - first > LONGEST_ROUTE) {
      return;
    }
    List<Integer> route = new ArrayList<>();
    int previous = link.upper();
    for (int layer = first; layer < last; layer++) {
      int vertex = addVertex(layer);
      route.add(vertex);
      connect(previous, vertex);
      previous = vertex;
    }
    connect(previous, link.lower());
    routes.put(link, route);
  }

  private int addVertex(int layer) {
    int vertex = above.size();
    above.add(new ArrayList<>());
    below.add(new ArrayList<>());
    layers.get(layer).add(vertex);
    return vertex;
  }

  private void connect(int upper, int lower) {
    below.get(upper).add(lower);
    above.get(lower).add(upper);
  }
}
