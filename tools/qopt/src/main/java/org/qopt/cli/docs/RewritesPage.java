package org.qopt.cli.docs;

import java.util.Collection;
import java.util.stream.Collectors;
import org.qopt.rewrite.data.Native;
import org.qopt.rewrite.data.NativeFunction;
import org.qopt.rewrite.data.Natives;

/** The page on what patterns written as data can call by name. */
final class RewritesPage {
  private RewritesPage() {}

  static String text(Natives natives) {
    StringBuilder out = new StringBuilder(ReferencePages.HEAD.formatted("Patterns as data"));
    out.append(
        """

        What `rewrite.require` and `rewrite.compute` can name; `docs/rewrites.md` tells how patterns are written.

        ## Constraints

        | constraint | of | holds where |
        | --- | --- | --- |
        """);
    append(out, natives.constraints().values());
    out.append(
        """

        ## Functions

        | function | of | computes |
        | --- | --- | --- |
        """);
    append(out, natives.functions().values());
    return out.toString();
  }

  private static void append(StringBuilder out, Collection<? extends Native> natives) {
    for (Native one : natives) {
      String result =
          one instanceof NativeFunction function ? " (`" + function.result() + "`)" : "";
      String parameters =
          one.parameters().stream()
              .map(parameter -> "`%s`: %s".formatted(parameter.name(), parameter.description()))
              .collect(Collectors.joining(", "));
      out.append(
          "| `%s` | %s | %s%s |\n"
              .formatted(
                  one.name(), Markdown.cell(parameters), Markdown.cell(one.summary()), result));
    }
  }
}
