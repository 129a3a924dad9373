package org.qopt.lit;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.qopt.lit.TestRunner.Expectation;

/** Chooses which tests of those that were found run, and in which order. */
final class Selection {
  private static final int PREVIEWED = 3;

  private final LitOptions.Selection options;
  private final boolean quiet;
  private final PrintStream err;
  private final TestTimes times = new TestTimes();

  Selection(LitOptions options, PrintStream err) {
    this.options = options.selection();
    this.quiet = options.display().quiet();
    this.err = err;
  }

  TestTimes times() {
    return times;
  }

  /** {@return what the command line says about a test that fails} */
  Expectation expectation(LitTest test) {
    String path = test.path().toString();
    if (options.unexpectedFailures().contains(path)
        || options.unexpectedFailures().contains(test.name())) {
      return Expectation.NO_FAILURE;
    }
    return options.expectedFailures().contains(path)
            || options.expectedFailures().contains(test.name())
        ? Expectation.FAILURE
        : Expectation.AS_WRITTEN;
  }

  /** {@return the tests to run; none if that is no mistake} */
  List<LitTest> select(List<LitTest> found) throws LitException {
    List<LitTest> selected = new ArrayList<>(found);
    order(selected);
    selected.removeIf(
        test ->
            options.filter().isPresent() && !options.filter().get().matcher(test.name()).find()
                || options.filterOut().isPresent()
                    && options.filterOut().get().matcher(test.name()).find());
    if (selected.isEmpty()) {
      String message =
          "error: filter did not match any tests (of " + found.size() + " discovered).  ";
      if (!options.allowEmpty()) {
        throw new LitException(message + "Use '--allow-empty-runs' to suppress this error.");
      }
      err.println(message + "Suppressing error because '--allow-empty-runs' was specified.");
      return selected;
    }
    List<LitTest> dealt = options.shards() > 1 ? shard(selected) : selected;
    return dealt.subList(0, Math.min(dealt.size(), options.maxTests().orElse(dealt.size())));
  }

  private void order(List<LitTest> tests) {
    switch (options.order()) {
      case RANDOM -> Collections.shuffle(tests);
      case LEXICAL -> sort(tests, Comparator.comparing(Ranked::name));
      case SMART ->
          sort(
              tests,
              Comparator.comparing((Ranked ranked) -> ranked.time() >= 0)
                  .thenComparing(ranked -> -Math.abs(ranked.time()))
                  .thenComparing(Ranked::name));
    }
  }

  /** A test and what it is sorted by, found out once. */
  private record Ranked(LitTest test, String name, double time) {}

  private void sort(List<LitTest> tests, Comparator<Ranked> order) {
    List<LitTest> sorted =
        tests.stream()
            .map(test -> new Ranked(test, test.name(), times.of(test)))
            .sorted(order)
            .map(Ranked::test)
            .toList();
    tests.clear();
    tests.addAll(sorted);
  }

  private List<LitTest> shard(List<LitTest> tests) {
    int[] indices =
        IntStream.iterate(options.shard() - 1, i -> i < tests.size(), i -> i + options.shards())
            .toArray();
    if (!quiet) {
      String preview =
          IntStream.of(indices)
              .limit(PREVIEWED)
              .mapToObj(i -> String.valueOf(i + 1))
              .collect(Collectors.joining(", "));
      err.printf(
          "lit: note: Selecting shard %d/%d = size %d/%d = tests #(%d*k)+%d = [%s%s]%n",
          options.shard(),
          options.shards(),
          indices.length,
          tests.size(),
          options.shards(),
          options.shard(),
          preview,
          indices.length > PREVIEWED ? ", ..." : "");
    }
    if (indices.length == 0) {
      err.println(
          "warning: shard does not contain any tests.  Consider decreasing the number of shards.");
    }
    return IntStream.of(indices).mapToObj(tests::get).collect(Collectors.toList());
  }
}
