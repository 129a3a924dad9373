package org.qopt.cli;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import java.util.List;
import org.qopt.quantize.QuantProfile;
import org.qopt.target.Target;
import org.qopt.target.TargetMatrix;
import org.qopt.target.TargetOption;
import org.qopt.target.Targets;
import org.qopt.target.export.Exporter;

/** The targets as text: what each computes with, and a table of which profile runs what. */
final class TargetText {
  private TargetText() {}

  static String of(Targets targets) {
    StringBuilder out = new StringBuilder();
    targets.byName().values().forEach(target -> append(out, target));
    return out + table(TargetMatrix.of(targets));
  }

  private static void append(StringBuilder out, Target target) {
    out.append("%s: %s\n".formatted(target.name(), target.description()));
    out.append("  profiles: %s\n".formatted(names(target)));
    if (!target.exporters().isEmpty()) {
      out.append(
          "  written as: %s\n"
              .formatted(
                  String.join(", ", target.exporters().stream().map(Exporter::format).toList())));
    }
    for (TargetOption option : target.options()) {
      String values = option.isSwitch() ? "" : "=" + String.join("|", option.values());
      out.append("  --%s%s: %s\n".formatted(option.name(), values, option.help()));
    }
    target.contract().lines().forEach(line -> out.append("  ").append(line).append('\n'));
    out.append('\n');
  }

  private static String names(Target target) {
    return String.join(", ", target.profiles().stream().map(QuantProfile::name).toList());
  }

  private static String table(TargetMatrix matrix) {
    StringBuilder out = new StringBuilder();
    int first = matrix.operations().stream().mapToInt(String::length).max().orElse(0);
    appendRow(out, first, "", matrix.profiles(), matrix.profiles());
    for (String operation : matrix.operations()) {
      List<String> cells =
          matrix.profiles().stream()
              .map(profile -> matrix.support(operation, profile).text())
              .collect(ImmutableList.toImmutableList());
      appendRow(out, first, operation, cells, matrix.profiles());
    }
    return out.toString();
  }

  private static void appendRow(
      StringBuilder out, int first, String head, List<String> cells, List<String> columns) {
    StringBuilder line = new StringBuilder(Strings.padEnd(head, first, ' '));
    for (int i = 0; i < cells.size(); i++) {
      int width = Math.max(columns.get(i).length(), TargetMatrix.Support.WIDEST);
      line.append("  ").append(Strings.padEnd(cells.get(i), width, ' '));
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }
}
