package org.qopt.cli.docs;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import org.qopt.quantize.Limit;
import org.qopt.quantize.OpRule;
import org.qopt.quantize.QuantProfile;
import org.qopt.target.Target;
import org.qopt.target.TargetMatrix;
import org.qopt.target.TargetOption;
import org.qopt.target.Targets;
import org.qopt.target.export.Exporter;

/** The page of the targets: which profile runs what, and what each target computes with. */
final class TargetsPage {
  private TargetsPage() {}

  static String text(Targets targets) {
    StringBuilder out = new StringBuilder(ReferencePages.HEAD.formatted("Targets"));
    appendMatrix(out, TargetMatrix.of(targets));
    targets.byName().values().forEach(target -> append(out, target));
    return out.toString();
  }

  private static void appendMatrix(StringBuilder out, TargetMatrix matrix) {
    List<String> profiles = matrix.profiles();
    out.append("\n| operation | `%s` |\n".formatted(String.join("` | `", profiles)));
    out.append("| --- |%s\n".formatted(" --- |".repeat(profiles.size())));
    for (String operation : matrix.operations()) {
      out.append("| `%s` |".formatted(operation));
      profiles.forEach(
          profile -> out.append(" %s |".formatted(matrix.support(operation, profile).text())));
      out.append('\n');
    }
  }

  private static void append(StringBuilder out, Target target) {
    out.append("\n## `%s`\n\n%s\n\n".formatted(target.name(), target.description()));
    if (!target.contract().isEmpty()) {
      out.append(target.contract().strip()).append("\n\n");
    }
    out.append("- dialects: %s\n".formatted(String.join(", ", target.dialects())));
    for (Exporter exporter : target.exporters()) {
      out.append("- `-o FILE.%s`: %s\n".formatted(exporter.format(), exporter.description()));
    }
    for (TargetOption option : target.options()) {
      String values = option.isSwitch() ? "" : "=" + String.join("|", option.values());
      out.append("- `--%s%s`: %s\n".formatted(option.name(), values, option.help()));
    }
    target.profiles().forEach(profile -> append(out, target, profile));
  }

  private static void append(StringBuilder out, Target target, QuantProfile profile) {
    out.append("\n### Profile `%s`\n\n".formatted(profile.name()));
    out.append("- activations: `%s`\n".formatted(profile.activation()));
    out.append("- weights: `%s`\n".formatted(profile.weight()));
    out.append("- biases: `%s`\n".formatted(profile.bias()));
    String pipeline = target.pipeline(profile, ImmutableMap.of());
    out.append("- pipeline: `%s`\n".formatted(pipeline.strip()));
    out.append("\n| operation | what must hold |\n| --- | --- |\n");
    profile.rules().values().forEach(rule -> append(out, rule));
  }

  private static void append(StringBuilder out, OpRule rule) {
    List<String> limits = rule.limits().stream().map(Limit::constraint).toList();
    out.append("| `%s` | %s |\n".formatted(rule.op(), Markdown.cell(String.join("; ", limits))));
  }
}
