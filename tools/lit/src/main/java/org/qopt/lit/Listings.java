package org.qopt.lit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.qopt.lit.script.BooleanExpression;
import org.qopt.lit.script.ScriptException;
import org.qopt.lit.script.ScriptParser;
import org.qopt.lit.script.TestScript;

/** What is shown of tests without running them. */
record Listings(PrintStream out) {
  void print(List<LitTest> tests, LitOptions.Listing listing) {
    if (listing.suites()) {
      printSuites(tests);
    }
    if (listing.tests()) {
      out.println("-- Available Tests --");
      tests.forEach(test -> out.println("  " + test.name()));
    }
  }

  private void printSuites(List<LitTest> tests) {
    Map<TestConfig.Suite, List<LitTest>> suites =
        tests.stream()
            .collect(
                Collectors.groupingBy(
                    test -> test.config().suite(), LinkedHashMap::new, Collectors.toList()));
    out.println("-- Test Suites --");
    suites.forEach(
        (suite, members) -> {
          TestConfig config = members.getFirst().config();
          out.println("  " + suite.name() + " - " + members.size() + " tests");
          out.println("    Source Root: " + suite.sourceRoot());
          out.println("    Exec Root  : " + suite.outputRoot());
          out.println(
              "    Available Features: " + String.join(" ", new TreeSet<>(config.features())));
          out.println(
              "    Available Substitutions: "
                  + config.substitutions().stream()
                      .map(s -> s.key() + " => " + s.value().get())
                      .sorted()
                      .collect(Collectors.joining("\n" + " ".repeat(29))));
        });
  }

  void printUsedFeatures(List<LitTest> tests) throws LitException {
    TreeSet<String> features = new TreeSet<>();
    for (LitTest test : tests) {
      try {
        String text = Files.readString(test.file(), StandardCharsets.ISO_8859_1);
        TestScript script = ScriptParser.parseAny(text);
        for (List<String> conditions :
            List.of(script.requires(), script.unsupported(), script.expectedFailures())) {
          for (String condition : conditions) {
            if (!condition.equals("*")) {
              features.addAll(BooleanExpression.names(condition));
            }
          }
        }
      } catch (ScriptException | IOException e) {
        throw new LitException("error: " + test.file() + ": " + e.getMessage());
      }
    }
    out.println(String.join(" ", features));
  }
}
