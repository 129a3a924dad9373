package org.qopt.passes.viewopgraph.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Finds out how far from the left each vertex stands: as near to the middle of its neighbours as
 * the others of its layer allow.
 */
final class Columns {
  private static final int SWEEPS = 8;

  private final Layers graph;
  private final double[] widths;
  private final double gap;
  private final double[] centers;

  /**
   * Places the vertices.
   *
   * @param graph the vertices, in order
   * @param widths the width of each
   * @param gap the room between two of them
   */
  Columns(Layers graph, double[] widths, double gap) {
    this.graph = graph;
    this.widths = widths;
    this.gap = gap;
    this.centers = new double[widths.length];
    graph.layers().forEach(this::pack);
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      graph.layers().forEach(layer -> align(layer, graph::above));
      graph.layers().reversed().forEach(layer -> align(layer, graph::below));
    }
    graph.layers().forEach(layer -> align(layer, graph::above));
  }

  /** {@return how far from the left the middle of each vertex is; may be negative} */
  double[] centers() {
    return centers;
  }

  private void pack(List<Integer> layer) {
    double x = 0;
    for (int vertex : layer) {
      centers[vertex] = x + widths[vertex] / 2;
      x += widths[vertex] + gap;
    }
  }

  private void align(List<Integer> layer, IntFunction<List<Integer>> neighbours) {
    double[] offsets = new double[layer.size()];
    double[] wanted = new double[layer.size()];
    for (int i = 0; i < layer.size(); i++) {
      int vertex = layer.get(i);
      if (i > 0) {
        int left = layer.get(i - 1);
        offsets[i] = offsets[i - 1] + (widths[left] + widths[vertex]) / 2 + gap;
      }
      double middle =
          neighbours.apply(vertex).stream()
              .mapToDouble(other -> centers[other])
              .average()
              .orElse(centers[vertex]);
      wanted[i] = middle - offsets[i];
    }
    double[] found = nonDecreasing(wanted);
    for (int i = 0; i < found.length; i++) {
      centers[layer.get(i)] = found[i] + offsets[i];
    }
  }

  /**
   * {@return the numbers that never fall and are nearest to {@code wanted} in the sense of least
   * squares: neighbours that are in each other's way share their mean}
   */
  static double[] nonDecreasing(double[] wanted) {
    List<Pool> pools = new ArrayList<>();
    for (double value : wanted) {
      Pool pool = new Pool(value, 1);
      while (!pools.isEmpty() && pools.getLast().mean() > pool.mean()) {
        pool = pools.removeLast().with(pool);
      }
      pools.add(pool);
    }
    double[] result = new double[wanted.length];
    int next = 0;
    for (Pool pool : pools) {
      for (int i = 0; i < pool.count(); i++) {
        result[next++] = pool.mean();
      }
    }
    return result;
  }

  private record Pool(double sum, int count) {
    double mean() {
      return sum / count;
    }

    Pool with(Pool other) {
      return new Pool(sum + other.sum, count + other.count);
    }
  }
}
