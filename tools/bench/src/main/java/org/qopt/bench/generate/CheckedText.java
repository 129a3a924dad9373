package org.qopt.bench.generate;

/**
 * A text such as compilers print, and the directives of a check file that hold for it, one for each
 * line.
 *
 * @param lines how many lines, of some 370 bytes
 * @param directives which directives
 */
public record CheckedText(int lines, Directives directives) {
  /** What the check file asks. */
  public enum Directives {
    /** {@code CHECK} with a literal text. */
    CHECK,
    /** {@code CHECK-NEXT} with a literal text. */
    NEXT,
    /** Four {@code CHECK-DAG} in reverse order, and a {@code CHECK-NOT}. */
    DAG,
    /** Regular expressions. */
    REGEX,
    /** A string variable in each line, which the next one uses. */
    VARIABLES,
    /** Numeric variables and expressions. */
    NUMERIC
  }

  private static final int GROUP = 5;

  /** {@return the text} */
  public Generator input() {
    return out -> {
      for (int i = 0; i < lines; i++) {
        out.write(line(i));
      }
    };
  }

  /** {@return the check file} */
  public Generator checks() {
    return out -> {
      for (int i = 0; i < lines; i++) {
        out.write("// CHECK" + directive(i) + "\n");
      }
    };
  }

  private static String line(int i) {
    return ("    %%%d = \"nn.conv2d\"(%%%d, %%w%d) <{strides = array<i64: 1, %d>, name = \"layer_%d\", "
            + "value = dense<[%d.25, -%d.5, 1.0e-3, 0.125, 3.5, 7.75, 12.0, 0.0625]> : tensor<8xf32>, "
            + "attributes = {padding = [0, 0, 0, 0]}}> : (tensor<1x%dx8x3xf32>, tensor<4x3x3x3xf32>) "
            + "-> tensor<1x%dx8x4xf32> loc(\"file_%d.py\":%d:%d) // and what makes the line as long as "
            + "those are that compilers print\n")
        .formatted(
            i,
            Math.max(0, i - 1),
            i % 97,
            i % 7,
            i,
            i % 10,
            i % 13,
            i % 64,
            i % 64,
            i % 31,
            i,
            i % 80);
  }

  private String directive(int i) {
    String before = "(%" + Math.max(0, i - 1);
    return switch (directives) {
      case CHECK -> ": name = \"layer_%d\"".formatted(i);
      case NEXT -> "%s: %%%d = \"nn.conv2d\"%s".formatted(i == 0 ? "" : "-NEXT", i, before);
      case DAG -> dag(i);
      case REGEX -> ": %%{{[0-9]+}} = \"nn.conv2d\"({{.*}}name = \"layer_%d\"".formatted(i);
      case VARIABLES ->
          ": [[V%d:%%[0-9]+]] = \"nn.conv2d\"(%s"
              .formatted(i % 2, i == 0 ? "" : "[[V%d]], ".formatted((i + 1) % 2));
      case NUMERIC ->
          i % 2 == 0
              ? ": %[[#N:]] = \"nn.conv2d\""
              : "-NEXT: %[[#N+1]] = \"nn.conv2d\"(%[[#N]], {{.*}} loc";
    };
  }

  private static String dag(int i) {
    int member = i % GROUP;
    return member == GROUP - 1
        ? "-NOT: name = \"absent_%d\"".formatted(i)
        : "-DAG: name = \"layer_%d\"".formatted(i - member + GROUP - 2 - member);
  }
}
