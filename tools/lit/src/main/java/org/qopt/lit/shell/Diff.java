package org.qopt.lit.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.qopt.lit.Command;
import org.qopt.lit.CommandIo;

/**
 * {@code diff [-u] [-b] [-w] [--strip-trailing-cr] file file}; {@code -} is standard input. Shows
 * the first lines that differ.
 */
final class Diff implements Command {
  private static final int TROUBLE = 2;
  private static final int SHOWN = 3;

  @Override
  public int run(List<String> arguments, CommandIo io) {
    List<String> files =
        arguments.stream().filter(a -> a.equals("-") || !a.startsWith("-")).toList();
    List<String> flags = arguments.stream().filter(a -> !files.contains(a)).toList();
    if (files.size() != 2 || !flags.stream().allMatch(Diff::isKnown)) {
      io.err().println("usage: diff [-u] [-b] [-w] [--strip-trailing-cr] file file");
      return TROUBLE;
    }
    try {
      List<String> left = read(files.get(0), io);
      List<String> right = read(files.get(1), io);
      return compare(left, right, flags, files, io);
    } catch (IOException e) {
      io.err().println("diff: " + FileProblem.describe(e));
      return TROUBLE;
    }
  }

  private static boolean isKnown(String flag) {
    return flag.matches("-[ubwa]+|-U[0-9]*|--unified(=[0-9]+)?|--strip-trailing-cr|--text");
  }

  private static List<String> read(String file, CommandIo io) throws IOException {
    byte[] bytes =
        file.equals("-")
            ? io.in().readAllBytes()
            : Files.readAllBytes(io.directory().resolve(file));
    return List.of(new String(bytes, StandardCharsets.UTF_8).split("(?<=\n)"));
  }

  private static int compare(
      List<String> left, List<String> right, List<String> flags, List<String> files, CommandIo io) {
    int same = 0;
    int common = Math.min(left.size(), right.size());
    while (same < common && equal(left.get(same), right.get(same), flags)) {
      same++;
    }
    if (same == left.size() && same == right.size()) {
      return 0;
    }
    StringBuilder out = new StringBuilder();
    out.append("--- ").append(files.get(0)).append("\n+++ ").append(files.get(1));
    out.append("\n@@ line ").append(same + 1).append(" @@\n");
    append(out, " ", left.subList(Math.max(0, same - SHOWN), same));
    append(out, "-", left.subList(same, Math.min(left.size(), same + SHOWN)));
    append(out, "+", right.subList(same, Math.min(right.size(), same + SHOWN)));
    io.out().print(out);
    return 1;
  }

  private static void append(StringBuilder out, String mark, List<String> lines) {
    for (String line : lines) {
      out.append(mark).append(line.stripTrailing()).append('\n');
    }
  }

  private static boolean equal(String left, String right, List<String> flags) {
    return left.equals(right) || normalize(left, flags).equals(normalize(right, flags));
  }

  private static String normalize(String line, List<String> flags) {
    String result = line;
    if (flags.contains("--strip-trailing-cr")) {
      result = result.replace("\r\n", "\n");
    }
    for (String flag : flags) {
      if (!flag.startsWith("--") && flag.indexOf('w') > 0) {
        result = result.replaceAll("[ \t]", "");
      } else if (!flag.startsWith("--") && flag.indexOf('b') > 0) {
        result = result.stripTrailing().replaceAll("[ \t]+", " ");
      }
    }
    return result;
  }
}
