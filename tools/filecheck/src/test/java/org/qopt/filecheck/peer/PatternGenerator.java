package org.qopt.filecheck.peer;

import java.util.List;
import java.util.Random;

/** Makes patterns that resemble a line. */
final class PatternGenerator {
  private static final List<String> REGEXES =
      List.of(
          ".*",
          "[a-z]+",
          "[0-9]+",
          ".",
          "a|b",
          "(a|ab)(c|b)?",
          "foo|bar",
          "^",
          "$",
          "[^ ]+",
          "[[:alpha:]]+",
          "a{2}",
          "a{1,2}",
          "a{2,}",
          "x?",
          "(x)\\1",
          "[",
          "(",
          "a**",
          "*",
          "()",
          "",
          "a|",
          "[z-a]",
          "\\",
          "a{3,1}",
          "{",
          "a{",
          "[[:foo:]]",
          "[[.a.]]",
          "[[=a=]]",
          "\\2",
          "+",
          "[]a]",
          "[a-]",
          "(a*)+",
          "(a*)*",
          "(a|b)*ab",
          "\\.",
          "\\d",
          "^a",
          "b$",
          ".+",
          " *",
          "%[0-9]",
          "(%)([01])",
          "-?[0-9]+",
          "a{256}",
          "a{0}",
          "((a))",
          "[[:<:]]a",
          "x[[:>:]]",
          "\\\\n",
          ".{2,3}",
          "()+",
          "(|a)",
          "a{,3}",
          "a{1",
          "a{1,2",
          "a{1,2}{2}",
          "(^|x)",
          "($)",
          "[^a]*",
          "(a+)(b*)\\2");
  private static final List<String> NAMES = List.of("A", "B", "C", "$G", "_x1");
  private static final List<String> NUMBERS = List.of("N", "M", "$H", "A");

  private static final List<String> GOOD_REGEXES =
      List.of(
          ".*",
          "[a-z]+",
          "[0-9]+",
          ".",
          "a|b",
          "(a|ab)(c|b)?",
          "foo|bar",
          "^",
          "$",
          "[^ ]+",
          "[[:alpha:]]+",
          "a{2}",
          "a{1,2}",
          "x?",
          "(x)\\1",
          "[]a]",
          "(a*)+",
          "(a|b)*ab",
          "\\.",
          "\\d",
          ".+",
          " *",
          "%[0-9]",
          "(%)([01])",
          "-?[0-9]+",
          "((a))",
          "[[:<:]]a",
          "x[[:>:]]",
          ".{2,3}",
          "[^a]*",
          "[a-f0-9]+",
          "()");

  private final Random random;
  private final boolean valid;

  PatternGenerator(Random random, boolean valid) {
    this.random = random;
    this.valid = valid;
  }

  private String regex() {
    if (chance(0.3)) {
      return branches(0);
    }
    return pick(valid ? GOOD_REGEXES : REGEXES);
  }

  private String branches(int depth) {
    String first = sequence(depth);
    return chance(0.25) ? first + "|" + sequence(depth) : first;
  }

  private String sequence(int depth) {
    StringBuilder out = new StringBuilder();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      out.append(atom(depth));
      if (chance(0.4)) {
        out.append(pick(List.of("*", "+", "?", "{1,2}", "{2}", "{0,1}", "{0}", "{1,}")));
      }
    }
    return out.toString();
  }

  private String atom(int depth) {
    return switch (random.nextInt(depth > 2 ? 8 : 11)) {
      case 0, 1 -> pick(List.of("a", "b", "o", "x"));
      case 2 -> pick(List.of(".", " ", "%", "0", "7"));
      case 3 ->
          pick(
              List.of(
                  "[ab]", "[^a]", "[a-z]", "[^ ]", "[0-9]", "[[:space:]]", "[^[:digit:]]", "[]x]"));
      case 4 -> pick(List.of("^", "$", "[[:<:]]", "[[:>:]]", "\\n", "\\.", "\\("));
      case 5, 6 -> pick(List.of("ab", "foo", "4", "2"));
      case 7 -> chance(0.3) ? "\\" + (1 + random.nextInt(2)) : "a";
      default -> "(" + branches(depth + 1) + ")";
    };
  }

  String pattern(List<String> line) {
    StringBuilder out = new StringBuilder();
    int from = chance(0.8) ? 0 : random.nextInt(line.size() + 1);
    int to = chance(0.7) ? line.size() : Math.min(line.size(), from + 1 + random.nextInt(3));
    for (int i = from; i < to; i++) {
      out.append(out.isEmpty() ? "" : " ");
      out.append(word(line.get(i)));
    }
    if (out.isEmpty()) {
      out.append(word("x"));
    }
    return out.toString();
  }

  private String word(String word) {
    double what = random.nextDouble();
    if (what < (valid ? 0.7 : 0.55)) {
      return word;
    } else if (what < (valid ? 0.8 : 0.7)) {
      return "{{" + regex() + "}}";
    } else if (!valid && what < 0.72) {
      return pick(
          List.of(
              "nosuch", "[[", "{{", "]]", "}}", "[[[", "[[]]", "[[ A]]", "[[A ]]", "[[1]]", "[[@]]",
              "[[$]]", "[[A:]]"));
    } else if (what < (valid ? 0.92 : 0.86)) {
      return string();
    }
    return number();
  }

  private String string() {
    return switch (random.nextInt(9)) {
      case 0, 1 -> "[[" + pick(NAMES) + ":" + regex() + "]]";
      case 2 -> "[[" + pick(NAMES) + ":.*]]";
      case 3 -> "[[" + pick(NAMES) + ":[^ ]+]]";
      case 4 ->
          "[[@LINE"
              + (valid
                  ? pick(List.of("", "+1", "-1"))
                  : pick(List.of("", "+1", "-1", " + 2", "+x", "*2", "+", "+1+1", "+0x1", " ")))
              + "]]";
      default -> "[[" + pick(NAMES) + "]]";
    };
  }

  private String goodNumber() {
    return switch (random.nextInt(8)) {
      case 0 -> "[[#N:]]";
      case 1 ->
          "[[#%"
              + pick(List.of("x", "X", "#x", "d", ".2u", ".3x", ".2d", "#.4x"))
              + ",M"
              + pick(List.of("1", "2"))
              + ":]]";
      case 2 -> "[[#@LINE]]";
      case 3 ->
          "[[#" + pick(List.of("%d,", "%x,", "%X,", "%u,", "")) + "N+" + random.nextInt(50) + "]]";
      case 4 ->
          "[[#"
              + pick(List.of("add", "sub", "mul", "div", "min", "max"))
              + "(N,"
              + random.nextInt(5)
              + ")]]";
      case 5 -> "[[#N2:N-1]]";
      case 6 -> "[[#%d,]]";
      default -> "[[#N]]";
    };
  }

  private String number() {
    if (valid) {
      return goodNumber();
    }
    String format =
        pick(
            List.of(
                "", "", "", "", "%u,", "%d,", "%x,", "%X,", "%#x,", "%.3d,", "%.2u,", "%#.4X,",
                "%.8x,", "%#u,", "%q,", "%,", "%.,", "u,", " %u ,", "%u %,", "%.3,"));
    String definition =
        chance(0.4)
            ? pick(List.of("N:", "M:", "$H:", "N :", " M:", "A:", "@LINE:", "1:", ":"))
            : "";
    String constraint = chance(0.2) ? pick(List.of("==", " == ", "!=", "==")) : "";
    String expression = definition.isEmpty() || chance(0.3) ? expression(0) : "";
    return "[[#"
        + blank()
        + format
        + definition
        + blank()
        + constraint
        + blank()
        + expression
        + blank()
        + "]]";
  }

  private String expression(int depth) {
    String left =
        switch (random.nextInt(depth > 2 ? 5 : 10)) {
          case 0 ->
              pick(
                  List.of(
                      "1",
                      "42",
                      "0x2a",
                      "-7",
                      "0",
                      "9223372036854775807",
                      "18446744073709551615",
                      "010",
                      "0b11",
                      "0o7",
                      "08",
                      "1x",
                      "-"));
          case 1 -> pick(List.of("@LINE", "@FOO", "FOO"));
          case 2, 3, 4 -> pick(NUMBERS);
          case 5 -> "(" + expression(depth + 1) + (chance(0.05) ? "" : ")");
          case 6, 7 ->
              pick(List.of("add", "sub", "mul", "div", "min", "max", "foo", "N"))
                  + blankRarely()
                  + "("
                  + expression(depth + 1)
                  + pick(List.of(",", ", ", ",", " , ", ",,", ""))
                  + expression(depth + 1)
                  + (chance(0.05) ? "" : ")");
          default -> "7";
        };
    if (chance(0.4)) {
      return left
          + blank()
          + pick(List.of("+", "-", "+", "-", "*", "/", "&"))
          + blank()
          + (chance(0.05) ? "" : expression(depth + 1));
    }
    return chance(0.03) ? "" : left;
  }

  private String blank() {
    return chance(0.1) ? " " : "";
  }

  private String blankRarely() {
    return chance(0.05) ? " " : "";
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
