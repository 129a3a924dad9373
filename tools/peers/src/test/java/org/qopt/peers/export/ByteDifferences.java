package org.qopt.peers.export;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.qopt.ir.Operation;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
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

  /** Images are NCHW there, or not: of the two orders that fit the shape the one that agrees. */
  private static Tensor ordered(Tensor ours, ByteTensor theirs) {
    Shape shape = ours.shape();
    Tensor plain =
        Arrays.equals(shape.dims().toArray(), theirs.shape())
            ? Tensor.of(shape, theirs.values())
            : null;
    if (shape.rank() != 4) {
      return plain;
    }
    long[] swapped = {shape.dim(0), shape.dim(3), shape.dim(1), shape.dim(2)};
    if (!Arrays.equals(swapped, theirs.shape())) {
      return plain;
    }
    Tensor image = Tensor.of(shape, channelsLast(theirs));
    return plain != null && distance(ours, plain) < distance(ours, image) ? plain : image;
  }

  private static byte[] channelsLast(ByteTensor tensor) {
    int channels = (int) tensor.shape()[1];
    int pixels = (int) (tensor.shape()[2] * tensor.shape()[3]);
    byte[] result = new byte[tensor.values().length];
    for (int i = 0; i < result.length; i++) {
      int pixel = i % pixels;
      int channel = i / pixels % channels;
      int image = i / pixels / channels;
      result[(image * pixels + pixel) * channels + channel] = tensor.values()[i];
    }
    return result;
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
