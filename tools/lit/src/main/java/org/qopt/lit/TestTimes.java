package org.qopt.lit;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.qopt.lit.report.Finished;

/**
 * The seconds that tests took in the last run, below zero for those that failed, as they are kept
 * in the output folder of each suite.
 */
final class TestTimes {
  private static final String FILE = ".lit_test_times.txt";

  private final Map<Path, Map<String, Double>> suites = new HashMap<>();

  /** {@return the seconds of the last run; zero if nothing is known} */
  double of(LitTest test) {
    TestConfig.Suite suite = test.config().suite();
    Map<String, Double> times =
        suites.computeIfAbsent(
            suite.outputRoot(),
            root -> {
              Map<String, Double> kept = read(root);
              return kept.isEmpty() ? read(suite.sourceRoot()) : kept;
            });
    return times.getOrDefault(test.path().toString(), 0.0);
  }

  private static Map<String, Double> read(Path folder) {
    Path file = folder.resolve(FILE);
    Map<String, Double> times = new LinkedHashMap<>();
    try {
      if (Files.exists(file)) {
        for (String line : Files.readAllLines(file)) {
          int space = line.indexOf(' ');
          times.put(line.substring(space + 1), Double.parseDouble(line.substring(0, space)));
        }
      }
    } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
      // Only the order of tests depends on it.
      return ImmutableMap.of();
    }
    return times;
  }

  /** Keeps the times of tests that ran. {@return the files that cannot be written} */
  static List<Path> record(List<Finished> tests) {
    Map<Path, Map<String, Double>> suites = new LinkedHashMap<>();
    for (Finished done : tests) {
      if (done.result().code().isExecuted()) {
        double seconds = done.result().elapsed().toNanos() / 1e9;
        suites
            .computeIfAbsent(done.test().config().suite().outputRoot(), TestTimes::read)
            .put(
                done.test().path().toString(),
                done.result().code().isFailure() ? -seconds : seconds);
      }
    }
    return suites.entrySet().stream()
        .filter(suite -> !write(suite.getKey(), suite.getValue()))
        .map(suite -> suite.getKey().resolve(FILE))
        .toList();
  }

  private static boolean write(Path folder, Map<String, Double> times) {
    StringBuilder text = new StringBuilder();
    times.forEach(
        (path, time) ->
            text.append(String.format(Locale.ROOT, "%e ", time)).append(path).append('\n'));
    try {
      Files.createDirectories(folder);
      WholeFile.write(folder.resolve(FILE), text.toString().getBytes(StandardCharsets.UTF_8));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
