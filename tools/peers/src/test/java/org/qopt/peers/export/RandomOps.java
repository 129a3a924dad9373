package org.qopt.peers.export;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.qopt.peers.export.ProgramBuilder.Val;

/** Operations with random attributes on given values; sizes of 1 and primes are common. */
public final class RandomOps {
  /** The kinds of operations that there are. */
  public enum Kind {
    CONV,
    TRANSPOSED,
    DEPTHWISE,
    FULLY_CONNECTED,
    SUM,
    DIFFERENCE,
    PRODUCT,
    RELU,
    RELU6,
    CLAMP,
    SIGMOID,
    TANH,
    HARD_SWISH,
    HARD_SIGMOID,
    SOFTMAX,
    AVERAGE,
    MAX,
    MEAN,
    RESHAPE,
    TRANSPOSE,
    CONCAT,
    SLICE,
    PAD,
    NEAREST,
    BILINEAR
  }

  private static final int[] SIZES = {1, 1, 2, 3, 4, 5, 7, 8, 11};
  private static final String[] ACTIVATIONS = {"none", "none", "relu", "relu6", "relu_n1_to_1"};

  private final Random random;
  private final ProgramBuilder program;

  RandomOps(Random random, ProgramBuilder program) {
    this.random = random;
    this.program = program;
  }

  int size() {
    return SIZES[random.nextInt(SIZES.length)];
  }

  /** {@return a result of an operation of this kind on {@code x}, if its shape permits one} */
  Optional<Val> apply(Kind kind, Val x, List<Val> others) {
    return switch (kind) {
      case CONV -> x.dims().length == 4 ? conv(x) : Optional.empty();
      case TRANSPOSED ->
          x.dims().length == 4
              ? new RandomImages(random, program).transposed(x, size(), activation())
              : Optional.empty();
      case DEPTHWISE -> x.dims().length == 4 ? depthwise(x) : Optional.empty();
      case FULLY_CONNECTED -> x.dims().length > 0 ? fullyConnected(x) : Optional.empty();
      case SUM -> Optional.of(binary("nn.add", x, others));
      case DIFFERENCE -> Optional.of(binary("nn.sub", x, others));
      case PRODUCT -> Optional.of(binary("nn.mul", x, others));
      case RELU -> unary("nn.relu", x, "");
      case RELU6 -> unary("nn.relu6", x, "");
      case CLAMP ->
          unary(
              "nn.clamp",
              x,
              " {min = %s : f32, max = %s : f32}"
                  .formatted(-random.nextInt(3) - 0.25, 0.5 + random.nextInt(3)));
      case SIGMOID -> unary("nn.sigmoid", x, "");
      case TANH -> unary("nn.tanh", x, "");
      case HARD_SWISH -> unary("nn.hard_swish", x, "");
      case HARD_SIGMOID ->
          unary(
              "nn.hard_sigmoid",
              x,
              " {alpha = %s : f32, beta = %s : f32}"
                  .formatted(random.nextBoolean() ? 0.2 : 1 / 6f, random.nextInt(3) * 0.25));
      case SOFTMAX ->
          x.dims().length > 0 && x.dim(x.dims().length - 1) > 0
              ? unary("nn.softmax", x, random.nextBoolean() ? "" : " {beta = 0.7 : f32}")
              : Optional.empty();
      case AVERAGE -> x.dims().length == 4 ? pool("nn.avg_pool2d", x) : Optional.empty();
      case MAX -> x.dims().length == 4 ? pool("nn.max_pool2d", x) : Optional.empty();
      case MEAN -> mean(x);
      case RESHAPE -> Optional.of(reshape(x));
      case TRANSPOSE -> Optional.of(transpose(x));
      case CONCAT -> x.dims().length > 0 ? Optional.of(concat(x)) : Optional.empty();
      case SLICE -> Optional.of(slice(x));
      case PAD -> Optional.of(pad(x));
      case NEAREST ->
          x.dims().length == 4
              ? new RandomImages(random, program).resized(x, "nearest")
              : Optional.empty();
      case BILINEAR ->
          x.dims().length == 4
              ? new RandomImages(random, program).resized(x, "bilinear")
              : Optional.empty();
    };
  }

  private Optional<Val> unary(String name, Val x, String attributes) {
    return Optional.of(program.add(name + " " + x.name() + attributes, x.dims()));
  }

  private String activation() {
    return "activation = \"" + ACTIVATIONS[random.nextInt(ACTIVATIONS.length)] + "\"";
  }

  private Optional<Val> conv(Val x) {
    int channels = x.dim(3);
    int groups = channels > 1 && channels % 2 == 0 && random.nextInt(3) == 0 ? 2 : 1;
    int outputs = groups * size();
    RandomWindow h = RandomWindow.of(random, x.dim(1), true);
    RandomWindow w = RandomWindow.of(random, x.dim(2), true);
    if (h.outputs() < 1 || w.outputs() < 1) {
      return Optional.empty();
    }
    Val filter = program.constant(0.5, outputs, h.kernel(), w.kernel(), channels / groups);
    String bias = random.nextInt(4) == 0 ? "" : ", " + program.constant(1, outputs).name();
    return Optional.of(
        program.add(
            "nn.conv2d %s, %s%s {%s, dilations = array<i64: %d, %d>, groups = %d : i64, %s}"
                .formatted(
                    x.name(),
                    filter.name(),
                    bias,
                    RandomWindow.attributes(h, w),
                    h.dilation(),
                    w.dilation(),
                    groups,
                    activation()),
            x.dim(0),
            h.outputs(),
            w.outputs(),
            outputs));
  }

  private Optional<Val> depthwise(Val x) {
    int outputs = x.dim(3) * (1 + random.nextInt(3));
    RandomWindow h = RandomWindow.of(random, x.dim(1), true);
    RandomWindow w = RandomWindow.of(random, x.dim(2), true);
    if (h.outputs() < 1 || w.outputs() < 1) {
      return Optional.empty();
    }
    Val filter = program.constant(0.5, 1, h.kernel(), w.kernel(), outputs);
    String bias = random.nextInt(4) == 0 ? "" : ", " + program.constant(1, outputs).name();
    return Optional.of(
        program.add(
            "nn.depthwise_conv2d %s, %s%s {%s, dilations = array<i64: %d, %d>, %s}"
                .formatted(
                    x.name(),
                    filter.name(),
                    bias,
                    RandomWindow.attributes(h, w),
                    h.dilation(),
                    w.dilation(),
                    activation()),
            x.dim(0),
            h.outputs(),
            w.outputs(),
            outputs));
  }

  private Optional<Val> fullyConnected(Val x) {
    int last = x.dims().length - 1;
    int outputs = size();
    Val filter = program.constant(0.5, outputs, x.dim(last));
    String bias = random.nextInt(4) == 0 ? "" : ", " + program.constant(1, outputs).name();
    int[] dims = x.dims().clone();
    dims[last] = outputs;
    return Optional.of(
        program.add(
            "nn.fully_connected %s, %s%s {%s}"
                .formatted(x.name(), filter.name(), bias, activation()),
            dims));
  }

  private Val binary(String name, Val x, List<Val> others) {
    List<Val> equal = others.stream().filter(o -> Arrays.equals(o.dims(), x.dims())).toList();
    Val other =
        !equal.isEmpty() && random.nextBoolean()
            ? equal.get(random.nextInt(equal.size()))
            : program.constant(1, repeated(x));
    boolean swapped = random.nextBoolean();
    return program.add(
        "%s %s, %s {%s}"
            .formatted(
                name, (swapped ? other : x).name(), (swapped ? x : other).name(), activation()),
        x.dims());
  }

  /** A shape that broadcasts to that of x. */
  private int[] repeated(Val x) {
    int dropped = random.nextInt(x.dims().length + 1);
    int[] dims = Arrays.copyOfRange(x.dims(), dropped, x.dims().length);
    for (int i = 0; i < dims.length; i++) {
      dims[i] = random.nextInt(3) == 0 ? 1 : dims[i];
    }
    return dims;
  }

  private Optional<Val> pool(String name, Val x) {
    RandomWindow h = RandomWindow.of(random, x.dim(1), false);
    RandomWindow w = RandomWindow.of(random, x.dim(2), false);
    if (h.outputs() < 1 || w.outputs() < 1) {
      return Optional.empty();
    }
    return Optional.of(
        program.add(
            "%s %s {kernel = array<i64: %d, %d>, %s, %s}"
                .formatted(
                    name,
                    x.name(),
                    h.kernel(),
                    w.kernel(),
                    RandomWindow.attributes(h, w),
                    activation()),
            x.dim(0),
            h.outputs(),
            w.outputs(),
            x.dim(3)));
  }

  private Optional<Val> mean(Val x) {
    int[] axes = IntStream.range(0, x.dims().length).filter(_ -> random.nextBoolean()).toArray();
    if (Arrays.stream(axes).anyMatch(axis -> x.dim(axis) == 0)) {
      return Optional.empty();
    }
    boolean keep = random.nextBoolean();
    int[] dims =
        IntStream.range(0, x.dims().length)
            .filter(i -> keep || Arrays.stream(axes).noneMatch(axis -> axis == i))
            .map(i -> Arrays.stream(axes).anyMatch(axis -> axis == i) ? 1 : x.dim(i))
            .toArray();
    return Optional.of(
        program.add(
            "nn.mean %s {axes = %s, keep_dims = %s}".formatted(x.name(), array(axes), keep), dims));
  }

  private Val reshape(Val x) {
    int[] dims =
        switch (random.nextInt(4)) {
          case 0 -> new int[] {x.size()};
          case 1 -> new int[] {1, x.size(), 1};
          case 2 -> x.size() % 2 == 0 ? new int[] {2, x.size() / 2} : new int[] {x.size(), 1};
          default -> IntStream.concat(IntStream.of(1), Arrays.stream(x.dims())).toArray();
        };
    return program.add("nn.reshape %s {shape = %s}".formatted(x.name(), array(dims)), dims);
  }

  private Val transpose(Val x) {
    List<Integer> order = IntStream.range(0, x.dims().length).boxed().collect(Collectors.toList());
    java.util.Collections.shuffle(order, random);
    int[] permutation = order.stream().mapToInt(Integer::intValue).toArray();
    return program.add(
        "nn.transpose %s {permutation = %s}".formatted(x.name(), array(permutation)),
        Arrays.stream(permutation).map(x::dim).toArray());
  }

  private Val concat(Val x) {
    int axis = random.nextInt(x.dims().length);
    int[] other = x.dims().clone();
    other[axis] = random.nextInt(4);
    int[] dims = x.dims().clone();
    boolean twice = random.nextBoolean();
    dims[axis] += other[axis] + (twice ? x.dim(axis) : 0);
    Val constant = program.constant(1, other);
    return program.add(
        "nn.concat %s, %s%s {axis = %d : i64}"
            .formatted(
                x.name(),
                constant.name(),
                twice ? ", " + x.name() : "",
                random.nextBoolean() ? axis : axis - x.dims().length),
        dims);
  }

  private Val slice(Val x) {
    int rank = x.dims().length;
    int[] starts = new int[rank];
    int[] ends = new int[rank];
    int[] steps = new int[rank];
    int[] dims = new int[rank];
    for (int i = 0; i < rank; i++) {
      int size = x.dim(i);
      boolean back = random.nextInt(4) == 0;
      steps[i] = (back ? -1 : 1) * (random.nextBoolean() ? 1 : 1 + random.nextInt(3));
      int from = size == 0 ? 0 : random.nextInt(size);
      int to = from + random.nextInt(size - from + 1);
      if (random.nextInt(3) == 0) {
        from = 0;
        to = size;
      }
      starts[i] = back ? to - 1 : from;
      // The least int stands for "up to the front".
      ends[i] = back ? (from == 0 ? -1000 : from - 1) : to;
      dims[i] = to == from ? 0 : (to - from - 1) / Math.abs(steps[i]) + 1;
      if (dims[i] == 0) {
        starts[i] = 0;
        ends[i] = size;
        steps[i] = 1;
        dims[i] = size;
      }
    }
    int[] axes = IntStream.range(0, rank).toArray();
    return program.add(
        "nn.slice %s {starts = %s, ends = %s, axes = %s, steps = %s}"
            .formatted(x.name(), array(starts), array(ends), array(axes), array(steps)),
        dims);
  }

  private Val pad(Val x) {
    int[] padding = IntStream.range(0, 2 * x.dims().length).map(_ -> random.nextInt(3)).toArray();
    int[] dims =
        IntStream.range(0, x.dims().length)
            .map(i -> x.dim(i) + padding[2 * i] + padding[2 * i + 1])
            .toArray();
    return program.add(
        "nn.pad %s {padding = %s, value = %s : f32}"
            .formatted(x.name(), array(padding), random.nextBoolean() ? "0.0" : "0.75"),
        dims);
  }

  private static String array(int[] values) {
    return values.length == 0
        ? "array<i64>"
        : Arrays.stream(values)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", ", "array<i64: ", ">"));
  }
}
