package org.qopt.passes.viewopgraph.layout;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;

/** Puts the vertices of each layer into an order in which few links cross. */
final class Ordering {
  private static final int SWEEPS = 8;

  private final Layers graph;
  private final double[] position;

  private Ordering(Layers graph) {
    this.graph = graph;
    this.position = new double[graph.size()];
  }

  /** Orders all layers: each vertex goes to the middle of its neighbours, down and up in turn. */
  static void apply(Layers graph) {
    Ordering ordering = new Ordering(graph);
    graph.layers().forEach(ordering::number);
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      graph.layers().forEach(layer -> ordering.sort(layer, graph::above));
      graph.layers().reversed().forEach(layer -> ordering.sort(layer, graph::below));
    }
  }

  private void sort(List<Integer> layer, IntFunction<List<Integer>> neighbours) {
    double[] middle = new double[layer.size()];
    for (int i = 0; i < layer.size(); i++) {
      middle[i] =
          neighbours.apply(layer.get(i)).stream()
              .mapToDouble(other -> position[other])
              .average()
              .orElse(position[layer.get(i)]);
    }
    for (int i = 0; i < layer.size(); i++) {
      position[layer.get(i)] = middle[i];
    }
    layer.sort(Comparator.comparingDouble(vertex -> position[vertex]));
    number(layer);
  }

  private void number(List<Integer> layer) {
    for (int i = 0; i < layer.size(); i++) {
      // By size of the layer, so that a middle in one layer is one in another.
      position[layer.get(i)] = (i + 0.5) / layer.size();
    }
  }
}
