package org.qopt.cli.docs;

import com.google.common.collect.ImmutableSortedMap;
import java.util.List;
import org.qopt.cli.OpText;
import org.qopt.cli.report.DiagnosticCodes;
import org.qopt.ir.Dialect;
import org.qopt.ir.Dialects;
import org.qopt.ir.op.OpDef;
import org.qopt.pass.NamedPipeline;
import org.qopt.pass.Pass;
import org.qopt.pass.PassInfo;
import org.qopt.pass.PassRegistry;
import org.qopt.pass.option.PassOptions;
import org.qopt.rewrite.data.Natives;
import org.qopt.target.Targets;

/** The reference as pages of Markdown, from the same source as the lists that qopt prints. */
public final class ReferencePages {
  static final String HEAD = "# %s\n\nMade by `qopt docs`; do not edit.\n";

  private ReferencePages() {}

  /** {@return the texts of all pages, by the names of their files} */
  public static ImmutableSortedMap<String, String> all() {
    return ImmutableSortedMap.of(
        "diagnostics.md", diagnostics(Dialects.load()),
        "dialects.md", dialects(Dialects.load()),
        "passes.md", passes(PassRegistry.load()),
        "rewrites.md", RewritesPage.text(Natives.load()),
        "targets.md", TargetsPage.text(Targets.load()));
  }

  private static String passes(PassRegistry passes) {
    StringBuilder out = new StringBuilder(HEAD.formatted("Passes"));
    passes.all().values().forEach(pass -> append(out, pass));
    passes.pipelines().values().forEach(pipeline -> append(out, pipeline));
    return out.toString();
  }

  private static void append(StringBuilder out, NamedPipeline pipeline) {
    out.append(
        "\n## `%s`\n\nA pipeline: %s.\n\n```\n%s\n```\n"
            .formatted(pipeline.name(), pipeline.summary(), pipeline.text().strip()));
  }

  private static void append(StringBuilder out, Pass pass) {
    PassInfo info = pass.info();
    out.append(
        "\n## `%s`\n\nRuns on `%s`: %s.\n\n".formatted(info.name(), info.anchor(), info.summary()));
    out.append(Markdown.of(info.description()));
    List<PassOptions.Description> options = PassOptions.describe(pass);
    if (!options.isEmpty()) {
      out.append("\n| option | value | default | meaning |\n| --- | --- | --- | --- |\n");
    }
    for (PassOptions.Description option : options) {
      String otherwise = option.defaultValue().isEmpty() ? "" : "`" + option.defaultValue() + "`";
      out.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(
                  option.name(),
                  Markdown.cell(option.type()),
                  otherwise,
                  Markdown.cell(option.meaning())));
    }
  }

  private static String diagnostics(Dialects dialects) {
    StringBuilder out = new StringBuilder(HEAD.formatted("Diagnostics"));
    out.append(
        """

        Each diagnostic has a code, which stays the same in every version: `--show-diagnostic-codes` shows it, and \
        `qopt explain CODE` says what stands here.

        | code | meaning |
        | --- | --- |
        """);
    DiagnosticCodes.all(dialects)
        .forEach(
            (code, text) -> out.append("| `%s` | %s |\n".formatted(code, Markdown.cell(text))));
    return out.toString();
  }

  private static String dialects(Dialects dialects) {
    StringBuilder out = new StringBuilder(HEAD.formatted("Dialects"));
    for (Dialect dialect : dialects.all().values()) {
      out.append("\n## `%s`\n\n%s\n".formatted(dialect.name(), dialect.description()));
      dialect.ops().forEach(op -> append(out, op));
    }
    return out.toString();
  }

  private static void append(StringBuilder out, OpDef op) {
    out.append("\n### `%s`\n\nIn short: %s.\n".formatted(op.name(), op.summary()));
    out.append('\n').append(Markdown.of(op.description()));
    List<String> facts = OpText.facts(op);
    if (!facts.isEmpty()) {
      out.append('\n');
      facts.forEach(fact -> out.append("- ").append(fact).append('\n'));
    }
    if (!op.example().isEmpty()) {
      out.append("\n```mlir\n").append(op.example().stripTrailing()).append("\n```\n");
    }
  }
}
