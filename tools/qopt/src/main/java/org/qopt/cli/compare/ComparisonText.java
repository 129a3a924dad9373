package org.qopt.cli.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.qopt.cli.Table;
import org.qopt.cli.compare.ComparisonResult.Layer;

/** A comparison as text for people. */
final class ComparisonText {
  private static final int LONGEST_NAME = 72;

  private ComparisonText() {}

  static String of(ComparisonResult result, boolean perLayer) {
    StringBuilder out = new StringBuilder();
    out.append("samples: ").append(result.samples()).append("\n\noutputs\n");
    Table outputs = new Table().row("SQNR dB", "cosine", "max error", "bit exact", "name");
    for (ComparisonResult.Output output : result.outputs()) {
      ErrorStatistics error = output.error();
      outputs.row(
          sqnr(error),
          format("%.6f", error.cosine()),
          format("%.4g", error.largestError()),
          error.isExact() ? "yes" : "no",
          shortened(output.name()));
    }
    out.append(outputs).append('\n');
    Classification classes = result.classification();
    out.append(format("agreement: %.4f%n", classes.agreement()));
    classes.referenceTop1().ifPresent(v -> out.append(format("top-1 of the reference: %.4f%n", v)));
    classes.candidateTop1().ifPresent(v -> out.append(format("top-1 of the candidate: %.4f%n", v)));
    if (perLayer) {
      out.append("\nlayers, the most distorted first\n").append(layers(result.layers()));
    }
    return out.toString();
  }

  private static Table layers(List<Layer> layers) {
    Table table = new Table().row("SQNR dB", "cosine", "max error", "op", "name");
    layers.stream()
        .sorted(
            Comparator.comparingDouble(
                layer -> layer.error().sqnr().orElse(Double.POSITIVE_INFINITY)))
        .forEach(
            layer ->
                table.row(
                    sqnr(layer.error()),
                    format("%.6f", layer.error().cosine()),
                    format("%.4g", layer.error().largestError()),
                    layer.op(),
                    shortened(layer.name())));
    return table;
  }

  // Converters join the names of all that they fused; the whole name stands in the JSON.
  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 3) + "...";
  }

  private static String sqnr(ErrorStatistics error) {
    return error.sqnr().isPresent() ? format("%.2f", error.sqnr().getAsDouble()) : "equal";
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values).replace(System.lineSeparator(), "\n");
  }
}
