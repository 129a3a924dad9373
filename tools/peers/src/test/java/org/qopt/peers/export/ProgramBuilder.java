package org.qopt.peers.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** The text of a float program, put together value by value. */
final class ProgramBuilder {
  /**
   * A value of the program.
   *
   * @param name its name in the text
   * @param dims its shape
   */
  record Val(String name, int... dims) {
    int size() {
      return Arrays.stream(dims).reduce(1, (a, b) -> a * b);
    }

    int dim(int axis) {
      return dims[axis];
    }

    String type() {
      return "tensor<"
          + Arrays.stream(dims).mapToObj(d -> d + "x").collect(Collectors.joining())
          + "f32>";
    }
  }

  private final Random random;
  private final StringBuilder body = new StringBuilder();
  private final List<Val> inputs = new ArrayList<>();
  private int count;

  ProgramBuilder(Random random) {
    this.random = random;
  }

  /** {@return a new input} */
  Val input(int... dims) {
    Val input = new Val("%in" + inputs.size(), dims);
    inputs.add(input);
    return input;
  }

  /** {@return the inputs, in order} */
  List<Val> inputs() {
    return List.copyOf(inputs);
  }

  /** {@return a constant of normal numbers of this deviation} */
  Val constant(double deviation, int... dims) {
    Val value = fresh(dims);
    ByteBuffer bytes =
        ByteBuffer.allocate(value.size() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < value.size(); i++) {
      bytes.putFloat((float) (random.nextGaussian() * deviation));
    }
    String elements =
        value.size() == 0 ? "" : "\"0x" + HexFormat.of().formatHex(bytes.array()) + "\"";
    return line(value, "nn.constant {value = dense<%s> : %s}".formatted(elements, value.type()));
  }

  /** {@return the result of {@code operation}, which names its operands and attributes} */
  Val add(String operation, int... dims) {
    return line(fresh(dims), operation);
  }

  private Val fresh(int... dims) {
    return new Val("%v" + count++, dims);
  }

  private Val line(Val value, String operation) {
    body.append(
        "  %s = %s : %s loc(\"%s\")\n"
            .formatted(value.name(), operation, value.type(), value.name().substring(1)));
    return value;
  }

  /** {@return the text of the program that returns {@code results}} */
  String text(List<Val> results) {
    String arguments =
        inputs.stream()
            .map(i -> "%s: %s loc(\"%s\")".formatted(i.name(), i.type(), i.name().substring(1)))
            .collect(Collectors.joining(", "));
    String types = results.stream().map(Val::type).collect(Collectors.joining(", "));
    String values = results.stream().map(Val::name).collect(Collectors.joining(", "));
    return "func.func @main(%s) -> (%s) {\n%s  return %s : %s\n}\n"
        .formatted(arguments, types, body, values, types);
  }
}
