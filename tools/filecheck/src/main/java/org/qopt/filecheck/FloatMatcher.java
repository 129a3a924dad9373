package org.qopt.filecheck;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qopt.filecheck.floats.FloatReader;
import org.qopt.filecheck.floats.FloatValue;
import org.qopt.filecheck.regex.Regex;

/** Says what of an input fits {@code [[#~...]]} blocks. */
final class FloatMatcher {
  /** How far a value is looked for that comes near, to explain a failure. */
  private static final int EXPLAINED = 4096;

  private final SourceText input;
  private final Variables variables;

  FloatMatcher(SourceText input, Variables variables) {
    this.input = input;
    this.variables = variables;
  }

  /**
   * {@return an expression, one group, that matches the numbers or lists of a part of the input
   * that fit the block; nothing if there is none}
   */
  Optional<String> alternatives(FloatBlock block, int start, int end) throws EvaluationException {
    Optional<FloatValue> expected = block.value(variables);
    boolean list = expected.isPresent() && expected.get() instanceof FloatValue.Items;
    Set<String> texts = new LinkedHashSet<>();
    for (FloatReader.Found found : new FloatReader(input.raw(), start, end).all(list)) {
      if (expected.isEmpty() || expected.get().isNear(found.value(), block.tolerance())) {
        texts.add(Regex.quote(input.substring(found.start(), found.end())));
      }
    }
    if (texts.isEmpty()) {
      return Optional.empty();
    }
    String group = "(" + String.join("|", texts) + ")";
    return Optional.of(list ? group : Regex.NUMBER_START + group + Regex.NUMBER_END);
  }

  /** {@return the number that was found at a place} */
  static double parse(Span place) {
    FloatReader reader = new FloatReader(place.source().raw(), place.start(), place.end());
    return ((FloatValue.Scalar) reader.all(false).getFirst().value()).value();
  }

  private static Optional<String> difference(
      FloatBlock block, Optional<FloatValue> expected, FloatReader.Found found) {
    return expected.flatMap(e -> e.difference(found.value(), block.tolerance(), ""));
  }

  /** {@return what the first value after a failure has that does not fit} */
  Optional<Diagnostic> explain(FloatBlock block, Region region) {
    int end = Math.min(region.end(), region.start() + EXPLAINED);
    try {
      Optional<FloatValue> expected = block.value(variables);
      boolean list = expected.isPresent() && expected.get() instanceof FloatValue.Items;
      List<FloatReader.Found> all = new FloatReader(input.raw(), region.start(), end).all(list);
      return nearest(block, expected, all);
    } catch (EvaluationException e) {
      // The match itself has reported it.
      return Optional.empty();
    }
  }

  private Optional<Diagnostic> nearest(
      FloatBlock block, Optional<FloatValue> expected, List<FloatReader.Found> all) {
    Optional<FloatReader.Found> best = Optional.empty();
    double least = Double.POSITIVE_INFINITY;
    for (FloatReader.Found found : all) {
      double distance = expected.map(e -> distance(e, found.value())).orElse(0.0);
      if (best.isEmpty() || distance < least) {
        best = Optional.of(found);
        least = distance;
      }
    }
    if (best.isEmpty()) {
      return Optional.empty();
    }
    FloatReader.Found found = best.get();
    return difference(block, expected, found)
        .map(
            problem ->
                Diagnostic.note(
                    input.span(found.start(), found.end()),
                    "this comes nearest to \"" + block.source().text() + "\", but " + problem));
  }

  /** {@return the greatest distance of two elements, infinite for lists of other lengths} */
  private static double distance(FloatValue expected, FloatValue found) {
    if (expected instanceof FloatValue.Scalar(double a)
        && found instanceof FloatValue.Scalar(double b)) {
      return Math.abs(a - b);
    }
    if (!(expected instanceof FloatValue.Items(var a) && found instanceof FloatValue.Items(var b))
        || a.size() != b.size()) {
      return Double.POSITIVE_INFINITY;
    }
    double most = 0;
    for (int i = 0; i < a.size(); i++) {
      most = Math.max(most, distance(a.get(i), b.get(i)));
    }
    return most;
  }
}
