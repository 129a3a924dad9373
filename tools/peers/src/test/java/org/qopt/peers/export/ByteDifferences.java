package org.qopt.peers.export;

import com.google.common.collect.Collections2;
import com.google.common.primitives.Ints;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.qopt.ir.Operation;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.parser.model.Permutations;
import org.qopt.peers.OnnxRuntime.ByteTensor;

/** Counts int8 values that differ, by kind of operation. */
final class ByteDifferences {
  /** What was counted for one kind. */
  private static final class Count {
    private long values;
    private long different;
    private int largest;
  }

  private final Map<String, Count> counts = new TreeMap<>();

  /** {@return their values in the order of ours, counted} */
  Tensor compare(Operation operation, Tensor ours, ByteTensor theirs) {
    Tensor ordered = ordered(ours, theirs);
    Count count = counts.computeIfAbsent(operation.name(), _ -> new Count());
    for (int i = 0; i < ours.size(); i++) {
      int distance = (int) Math.abs(ours.integer(i) - ordered.integer(i));
      count.values++;
      count.different += distance == 0 ? 0 : 1;
      count.largest = Math.max(count.largest, distance);
    }
    return ordered;
  }

  /** Their axes stand in another order where ours were transposed: the order that agrees best. */
  private static Tensor ordered(Tensor ours, ByteTensor theirs) {
    Tensor stored = Tensor.of(Shape.of(theirs.shape()), theirs.values());
    List<Integer> axes = IntStream.range(0, stored.shape().rank()).boxed().toList();
    Optional<Tensor> best = Optional.empty();
    long least = Long.MAX_VALUE;
    for (List<Integer> order : Collections2.permutations(axes)) {
      int[] permutation = Ints.toArray(order);
      if (least == 0 || !Permutations.apply(stored.shape(), permutation).equals(ours.shape())) {
        continue;
      }
      Tensor candidate = Permutations.apply(stored, permutation);
      long distance = distance(ours, candidate);
      if (distance < least) {
        best = Optional.of(candidate);
        least = distance;
      }
    }
    return best.orElseThrow();
  }

  private static long distance(Tensor a, Tensor b) {
    long sum = 0;
    for (int i = 0; i < a.size(); i++) {
      sum += Math.abs(a.integer(i) - b.integer(i));
    }
    return sum;
  }

  /** {@return the share of values that are equal, over all kinds} */
  double equal() {
    long values = counts.values().stream().mapToLong(count -> count.values).sum();
    long different = counts.values().stream().mapToLong(count -> count.different).sum();
    return values == 0 ? 1 : 1 - different / (double) values;
  }

  /** {@return the largest difference} */
  int largest() {
    return counts.values().stream().mapToInt(count -> count.largest).max().orElse(0);
  }

  /** {@return how many values were compared} */
  long values() {
    return counts.values().stream().mapToLong(count -> count.values).sum();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    counts.forEach(
        (name, count) ->
            text.append(
                "%s: %d of %d differ, by at most %d%n"
                    .formatted(name, count.different, count.values, count.largest)));
    return text.toString();
  }
}
