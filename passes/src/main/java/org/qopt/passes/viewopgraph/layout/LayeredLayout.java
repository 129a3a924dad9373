package org.qopt.passes.viewopgraph.layout;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws a graph in layers. */
public final class LayeredLayout {
  private static final double GAP = 24;
  private static final double LAYER_GAP = 34;
  private static final double ROUTE_WIDTH = 8;

  private final List<Size> sizes;
  private final Layers layers;
  private double[] tops = {};
  private double[] bottoms = {};

  private LayeredLayout(List<Size> sizes, Set<Link> links) {
    this.sizes = sizes;
    this.layers = new Layers(sizes.size(), links);
  }

  /**
   * {@return a drawing of nodes of these sizes; links lead downwards, those from a later node to an
   * earlier one upwards}
   */
  public static Drawing of(List<Size> sizes, List<Link> links) {
    Set<Link> distinct =
        links.stream()
            .filter(link -> link.from() != link.to())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return new LayeredLayout(sizes, distinct).draw();
  }

  private Drawing draw() {
    Ordering.apply(layers);
    double[] widths = new double[layers.size()];
    Arrays.setAll(widths, v -> v < sizes.size() ? sizes.get(v).width() : ROUTE_WIDTH);
    double[] centers = new Columns(layers, widths, GAP).centers();
    double left = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    for (int v = 0; v < centers.length; v++) {
      left = Math.min(left, centers[v] - widths[v] / 2);
      right = Math.max(right, centers[v] + widths[v] / 2);
    }
    double height = stack();
    if (centers.length == 0) {
      return new Drawing(new Size(0, 0), ImmutableList.of(), ImmutableMap.of());
    }
    for (int v = 0; v < centers.length; v++) {
      centers[v] -= left;
    }
    return new Drawing(new Size(right - left, height), corners(centers), routes(centers));
  }

  private double stack() {
    tops = new double[layers.layers().size()];
    bottoms = new double[tops.length];
    double y = 0;
    for (int i = 0; i < tops.length; i++) {
      tops[i] = y;
      bottoms[i] =
          y
              + layers.layers().get(i).stream()
                  .filter(v -> v < sizes.size())
                  .mapToDouble(v -> sizes.get(v).height())
                  .max()
                  .orElse(0);
      y = bottoms[i] + LAYER_GAP;
    }
    return tops.length == 0 ? 0 : bottoms[tops.length - 1];
  }

  private ImmutableList<Point> corners(double[] centers) {
    ImmutableList.Builder<Point> corners = ImmutableList.builder();
    for (int node = 0; node < sizes.size(); node++) {
      corners.add(
          new Point(centers[node] - sizes.get(node).width() / 2, tops[layers.layerOf(node)]));
    }
    return corners.build();
  }

  private ImmutableMap<Link, ImmutableList<Point>> routes(double[] centers) {
    ImmutableMap.Builder<Link, ImmutableList<Point>> routes = ImmutableMap.builder();
    layers
        .routes()
        .forEach(
            (link, route) -> {
              ImmutableList.Builder<Point> points = ImmutableList.builder();
              int layer = layers.layerOf(link.upper());
              // Straight down to where the layer ends, past what is higher than its start.
              points.add(new Point(centers[link.upper()], bottoms[layer]));
              layer++;
              for (int vertex : route) {
                points.add(new Point(centers[vertex], tops[layer]));
                points.add(new Point(centers[vertex], bottoms[layer]));
                layer++;
              }
              routes.put(link, points.build());
            });
    return routes.build();
  }
}
