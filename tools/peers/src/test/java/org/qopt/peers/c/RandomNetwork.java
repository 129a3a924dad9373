package org.qopt.peers.c;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes float programs of operations of nn with unusual shapes: small, odd, prime, batched. */
final class RandomNetwork {
  private static final int[] SIZES = {1, 2, 3, 4, 5, 7, 8};

  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private final List<Val> values = new ArrayList<>();
  private int names;

  /** A value of the program. */
  private record Val(String name, int... dims) {
    String type() {
      return tensor(dims);
    }

    boolean isImage() {
      return dims.length == 4;
    }
  }

  RandomNetwork(Random random) {
    this.random = random;
  }

  /** {@return a program with this number of operations, of which some may have been left out} */
  String text(int operations) {
    Val image = new Val("x", pick(1, 2, 3), pick(3, 5, 6, 8), pick(4, 5, 7), pick(SIZES));
    Val unused = new Val("unused", image.dims[0], 3);
    values.add(image);
    for (int i = 0; i < operations; i++) {
      values.add(step(values.get(values.size() - 1 - random.nextInt(Math.min(3, values.size())))));
    }
    Val constant = constant(2, 3);
    List<Val> returned = new ArrayList<>(List.of(values.getLast(), image, constant));
    returned.add(values.get(random.nextInt(values.size())));
    returned.add(values.getLast());
    return "func.func @main(%%x: %s loc(\"x\"), %%unused: %s loc(\"unused\")) -> (%s) {\n%s  return %s : %s\n}\n"
        .formatted(
            image.type(),
            unused.type(),
            list(returned.stream().map(Val::type).toList()),
            text,
            list(returned.stream().map(value -> "%" + value.name).toList()),
            list(returned.stream().map(Val::type).toList()));
  }

  private Val step(Val x) {
    return switch (random.nextInt(x.isImage() ? 14 : 10)) {
      case 0 -> unary(x);
      case 1 -> binary(x);
      case 2 -> fullyConnected(x);
      case 3 -> op("softmax", x, "{axis = -1 : i64}", x.dims);
      case 4 -> mean(x);
      case 5 -> reshape(x);
      case 6 -> transpose(x);
      case 7 -> concat(x);
      case 8 -> slice(x);
      case 9 -> pad(x);
      case 10, 11 -> conv2d(x);
      case 12 -> depthwise(x);
      default -> pool(x);
    };
  }

  private Val unary(Val x) {
    return switch (random.nextInt(7)) {
      case 0 -> op("relu", x, "", x.dims);
      case 1 -> op("relu6", x, "", x.dims);
      case 2 -> op("clamp", x, "{max = 0.75 : f32, min = -0.5 : f32}", x.dims);
      case 3 -> op("sigmoid", x, "", x.dims);
      case 4 -> op("tanh", x, "", x.dims);
      case 5 -> op("hard_sigmoid", x, "{alpha = 0.2 : f32, beta = 0.5 : f32}", x.dims);
      default -> op("hard_swish", x, "", x.dims);
    };
  }

  private Val binary(Val x) {
    int[] other = x.dims.clone();
    for (int i = 0; i < other.length; i++) {
      other[i] = random.nextInt(3) == 0 ? 1 : other[i];
    }
    other = Arrays.copyOfRange(other, random.nextInt(other.length), other.length);
    Val y = random.nextInt(4) == 0 ? x : constant(other);
    boolean swapped = random.nextBoolean();
    return define(
        "nn.%s %%%s, %%%s {activation = \"%s\"}"
            .formatted(
                pick("add", "sub", "mul"),
                swapped ? y.name : x.name,
                swapped ? x.name : y.name,
                pick("none", "relu", "relu6", "relu_n1_to_1")),
        x.dims);
  }

  private Val fullyConnected(Val x) {
    int outputs = pick(SIZES);
    int inputs = x.dims[x.dims.length - 1];
    Val filter = constant(outputs, inputs);
    String bias = random.nextBoolean() ? ", %" + constant(outputs).name : "";
    int[] dims = x.dims.clone();
    dims[dims.length - 1] = outputs;
    return define("nn.fully_connected %%%s, %%%s%s".formatted(x.name, filter.name, bias), dims);
  }

  private Val mean(Val x) {
    boolean keep = random.nextBoolean();
    int[] axes = IntStream.range(0, x.dims.length).filter(_ -> random.nextBoolean()).toArray();
    if (!keep && axes.length == x.dims.length) {
      axes = new int[] {0};
    }
    int[] reduced = axes;
    int[] dims =
        IntStream.range(0, x.dims.length)
            .filter(i -> keep || Arrays.stream(reduced).noneMatch(axis -> axis == i))
            .map(i -> Arrays.stream(reduced).anyMatch(axis -> axis == i) ? 1 : x.dims[i])
            .toArray();
    return axes.length == 0 || dims.length == 0
        ? x
        : op("mean", x, "{axes = %s, keep_dims = %s}".formatted(array(axes), keep), dims);
  }

  private Val reshape(Val x) {
    int size = Arrays.stream(x.dims).reduce(1, (a, b) -> a * b);
    int[] dims =
        random.nextBoolean() || size % 2 != 0 ? new int[] {1, 1, size, 1} : new int[] {size / 2, 2};
    return op("reshape", x, "{shape = " + array(dims) + "}", dims);
  }

  private Val transpose(Val x) {
    List<Integer> axes =
        IntStream.range(0, x.dims.length).boxed().collect(Collectors.toCollection(ArrayList::new));
    java.util.Collections.shuffle(axes, random);
    int[] permutation = axes.stream().mapToInt(i -> i).toArray();
    int[] dims = axes.stream().mapToInt(i -> x.dims[i]).toArray();
    return op("transpose", x, "{permutation = " + array(permutation) + "}", dims);
  }

  private Val concat(Val x) {
    int axis = random.nextInt(x.dims.length);
    int[] other = x.dims.clone();
    other[axis] = pick(SIZES);
    int[] dims = x.dims.clone();
    dims[axis] += other[axis] + x.dims[axis];
    return define(
        "nn.concat %%%s, %%%s, %%%s {axis = %d : i64}"
            .formatted(x.name, constant(other).name, x.name, axis),
        dims);
  }

  private Val slice(Val x) {
    int axis = random.nextInt(x.dims.length);
    int size = x.dims[axis];
    int[] dims = x.dims.clone();
    if (random.nextBoolean()) {
      dims[axis] = (size + 1) / 2;
      return op("slice", x, slice(axis, size - 1, -size - 1, -2), dims);
    }
    int start = random.nextInt(size);
    dims[axis] = size - start;
    return op("slice", x, slice(axis, start, size, 1), dims);
  }

  private static String slice(int axis, int start, int end, int step) {
    return "{axes = %s, ends = %s, starts = %s, steps = %s}"
        .formatted(array(axis), array(end), array(start), array(step));
  }

  private Val pad(Val x) {
    int[] padding = new int[2 * x.dims.length];
    int[] dims = x.dims.clone();
    int axis = random.nextInt(dims.length);
    padding[2 * axis] = random.nextInt(3);
    padding[2 * axis + 1] = random.nextInt(2);
    dims[axis] += padding[2 * axis] + padding[2 * axis + 1];
    return op("pad", x, "{padding = %s, value = 0.25 : f32}".formatted(array(padding)), dims);
  }

  private Val conv2d(Val x) {
    int channels = x.dims[3];
    int groups = random.nextBoolean() ? 1 : channels;
    int outputs = groups * pick(1, 2, 3);
    Sliding sliding = new Sliding(x, false);
    Val filter = constant(outputs, sliding.height, sliding.width, channels / groups);
    String bias = random.nextBoolean() ? ", %" + constant(outputs).name : "";
    return define(
        "nn.conv2d %%%s, %%%s%s {activation = \"%s\", groups = %d : i64, %s}"
            .formatted(
                x.name, filter.name, bias, pick("none", "relu"), groups, sliding.attributes()),
        sliding.result(outputs));
  }

  private Val depthwise(Val x) {
    int outputs = x.dims[3] * pick(1, 2, 3);
    Sliding sliding = new Sliding(x, false);
    Val filter = constant(1, sliding.height, sliding.width, outputs);
    return define(
        "nn.depthwise_conv2d %%%s, %%%s {%s}".formatted(x.name, filter.name, sliding.attributes()),
        sliding.result(outputs));
  }

  private Val pool(Val x) {
    Sliding sliding = new Sliding(x, true);
    return op(
        pick("avg_pool2d", "max_pool2d"),
        x,
        "{kernel = %s, %s}".formatted(array(sliding.height, sliding.width), sliding.attributes()),
        sliding.result(x.dims[3]));
  }

  /** A window that fits an image. */
  private final class Sliding {
    private final Val image;
    private final boolean pool;
    private final int height;
    private final int width;
    private final int[] padding;
    private final int[] strides = {pick(1, 2), pick(1, 2, 3)};
    private final int[] dilations;

    Sliding(Val image, boolean pool) {
      this.image = image;
      this.pool = pool;
      height = 1 + random.nextInt(Math.min(3, image.dims[1]));
      width = 1 + random.nextInt(Math.min(3, image.dims[2]));
      padding =
          new int[] {
            random.nextInt(height),
            random.nextInt(height),
            random.nextInt(width),
            random.nextInt(width)
          };
      dilations =
          new int[] {
            pool || 2 * height > image.dims[1] ? 1 : pick(1, 2),
            pool || 2 * width > image.dims[2] ? 1 : pick(1, 2)
          };
    }

    String attributes() {
      return "padding = %s, strides = %s%s"
          .formatted(
              array(padding), array(strides), pool ? "" : ", dilations = " + array(dilations));
    }

    int[] result(int channels) {
      return new int[] {
        image.dims[0],
        size(image.dims[1], height, strides[0], dilations[0], padding[0] + padding[1]),
        size(image.dims[2], width, strides[1], dilations[1], padding[2] + padding[3]),
        channels
      };
    }

    private static int size(int size, int kernel, int stride, int dilation, int padding) {
      return (size + padding - (kernel - 1) * dilation - 1) / stride + 1;
    }
  }

  private Val constant(int... dims) {
    int size = Arrays.stream(dims).reduce(1, (a, b) -> a * b);
    // A flat list and a shape of its own would need a reshape: nested brackets it is.
    float[] numbers = new float[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = Math.round(random.nextGaussian() * 50) / 100f;
    }
    return define(
        "nn.constant {value = dense<%s> : %s}".formatted(nested(numbers, dims, 0, 0), tensor(dims)),
        dims);
  }

  private static String nested(float[] numbers, int[] dims, int axis, int from) {
    if (axis == dims.length) {
      return Float.toString(numbers[from]);
    }
    int step = Arrays.stream(dims, axis + 1, dims.length).reduce(1, (a, b) -> a * b);
    return IntStream.range(0, dims[axis])
        .mapToObj(i -> nested(numbers, dims, axis + 1, from + i * step))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private Val op(String name, Val x, String attributes, int... dims) {
    return define("nn.%s %%%s %s".formatted(name, x.name, attributes), dims);
  }

  private Val define(String operation, int... dims) {
    Val value = new Val("v" + names++, dims);
    text.append("  %%%s = %s : %s\n".formatted(value.name, operation, value.type()));
    return value;
  }

  private int pick(int... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static String tensor(int... dims) {
    return Arrays.stream(dims)
        .mapToObj(dim -> dim + "x")
        .collect(Collectors.joining("", "tensor<", "f32>"));
  }

  private static String array(int... values) {
    return "array<i64: " + list(Arrays.stream(values).mapToObj(Integer::toString).toList()) + ">";
  }

  private static String list(List<String> items) {
    return String.join(", ", items);
  }
}
