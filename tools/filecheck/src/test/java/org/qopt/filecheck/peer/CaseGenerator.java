package org.qopt.filecheck.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes check files and inputs that have much to do with one another, and a little that is wrong.
 */
final class CaseGenerator {
  private static final List<String> WORDS =
      List.of(
          "foo",
          "bar",
          "add",
          "%0",
          "%1",
          "42",
          "7",
          "041",
          "2a",
          "2A",
          "0x2a",
          "-7",
          "x",
          "a+b",
          "f(x)",
          "[1]",
          "=",
          "{",
          "a.b",
          "\"q\"",
          "18446744073709551616",
          "FOO",
          "x|y",
          "\\n",
          "$a",
          "^",
          "aaa",
          "ab");
  private static final String NOISE = "[]{}#:%,@$()\\|*+?-= \tax1\"^.~";

  private final Random random;
  private final PatternGenerator patterns;

  /** Whether only what is right is made, so that most runs come to matching. */
  private final boolean valid;

  private List<List<String>> lines = new ArrayList<>();

  CaseGenerator(long seed) {
    random = new Random(seed);
    valid = random.nextInt(10) < 7;
    patterns = new PatternGenerator(random, valid);
  }

  PeerCase generate() {
    lines = new ArrayList<>();
    int count = random.nextInt(12);
    for (int i = 0; i < count; i++) {
      List<String> line = new ArrayList<>();
      int words = chance(0.15) ? 0 : 1 + random.nextInt(5);
      for (int j = 0; j < words; j++) {
        line.add(pick(WORDS));
      }
      lines.add(line);
    }
    String input = join(lines);
    String checks = checks();
    if (!valid && chance(0.3)) {
      checks = mutate(checks);
    }
    if (!valid && chance(0.2)) {
      input = mutate(input);
    }
    return new PeerCase(new FlagGenerator(random, valid).generate(), checks, input);
  }

  private String join(List<List<String>> all) {
    StringBuilder out = new StringBuilder();
    String end = chance(0.05) ? "\r\n" : "\n";
    for (List<String> line : all) {
      out.append(chance(0.1) ? blanks() : "");
      out.append(String.join(chance(0.1) ? blanks() : " ", line));
      out.append(chance(0.05) ? blanks() : "").append(end);
    }
    if (!out.isEmpty() && chance(0.1)) {
      out.setLength(out.length() - 1);
    }
    return out.toString();
  }

  private String blanks() {
    return pick(List.of(" ", "  ", "\t", " \t ", "\t\t"));
  }

  private String checks() {
    StringBuilder out = new StringBuilder();
    int at = 0;
    int count = 1 + random.nextInt(8);
    for (int i = 0; i < count; i++) {
      String suffix =
          i == 0 && chance(0.9) ? pick(List.of("", "-LABEL", "-NOT", "-DAG")) : suffix();
      if (suffix.equals("-NEXT") || suffix.equals("")) {
        at++;
      }
      at += chance(0.2) ? random.nextInt(3) - 1 : 0;
      out.append(chance(0.1) ? pick(List.of("// ", "  ; ", "\t", "x ", "xCHECK", "é ")) : "");
      out.append(!valid && chance(0.06) ? pick(List.of("COM", "RUN", "CHECK_", "CHEC")) : prefix());
      out.append(suffix);
      boolean literal = chance(0.04);
      out.append(literal ? "{LITERAL}" : "")
          .append(!valid && chance(0.02) ? "" : ":")
          .append(chance(0.05) ? blanks() : " ");
      if (!suffix.equals("-EMPTY") || !valid && chance(0.05)) {
        List<String> line =
            lines.isEmpty() || chance(0.1)
                ? List.of(pick(WORDS), pick(WORDS))
                : lines.get(Math.floorMod(at, lines.size()));
        out.append(literal ? String.join(" ", line) : patterns.pattern(line));
      }
      out.append(chance(0.04) ? blanks() : "").append(chance(0.02) ? "\n\n" : "\n");
    }
    if (chance(0.05)) {
      out.setLength(out.length() - 1);
    }
    return out.toString();
  }

  private String prefix() {
    return chance(0.04) ? pick(List.of("FOO", "CHECKA", "A")) : "CHECK";
  }

  private String suffix() {
    int which = random.nextInt(valid ? 21 : 24);
    if (which < 6) {
      return "";
    } else if (which < 11) {
      return "-NEXT";
    } else if (which < 13) {
      return "-SAME";
    } else if (which < 16) {
      return "-NOT";
    } else if (which < 19) {
      return "-DAG";
    } else if (which < 20) {
      return "-LABEL";
    } else if (which < 21) {
      return chance(0.5) ? "-EMPTY" : "-COUNT-" + (1 + random.nextInt(3));
    } else if (which < 23) {
      return "-COUNT-" + pick(List.of("1", "2", "2", "3", "0", "-1", "x", "", "99999999999"));
    }
    return pick(
        List.of(
            "-DAG-NOT", "-NOT-NEXT", "_NEXT", "NEXT", "-next", "-NEXT-SAME", "-", "-EMPTY-NOT"));
  }

  private String mutate(String text) {
    StringBuilder out = new StringBuilder(text);
    for (int i = 1 + random.nextInt(3); i > 0 && !out.isEmpty(); i--) {
      int at = random.nextInt(out.length());
      switch (random.nextInt(3)) {
        case 0 -> out.deleteCharAt(at);
        case 1 -> out.setCharAt(at, NOISE.charAt(random.nextInt(NOISE.length())));
        default -> out.insert(at, NOISE.charAt(random.nextInt(NOISE.length())));
      }
    }
    return out.toString();
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
