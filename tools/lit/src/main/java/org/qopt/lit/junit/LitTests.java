package org.qopt.lit.junit;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.qopt.lit.Command;
import org.qopt.lit.Discovery;
import org.qopt.lit.LitException;
import org.qopt.lit.LitTest;
import org.qopt.lit.ResultCode;
import org.qopt.lit.TestResult;
import org.qopt.lit.TestRunner;
import org.qopt.lit.script.ScriptException;
import org.qopt.lit.script.ScriptParser;

/**
 * Makes every test of a folder a JUnit 5 test, whose source an IDE opens.
 *
 * {@snippet :
 * class GoldenTests {
 *   @TestFactory
 *   Stream<DynamicNode> goldenTests() throws LitException {
 *     return LitTests.in(Path.of("tests"), Map.of("mytool", MyTool::run));
 *   }
 * }
 * }
 */
public final class LitTests {
  private LitTests() {}

  /**
   * {@return the tests of a folder, a container for each subfolder}
   *
   * @param folder a suite, or a folder of one
   * @param commands commands that run in process, besides those of the configuration
   * @throws LitException if the folder is no part of a suite or has no tests
   */
  public static Stream<DynamicNode> in(Path folder, Map<String, Command> commands)
      throws LitException {
    List<LitTest> tests = new Discovery(commands).find(folder);
    if (tests.isEmpty()) {
      throw new LitException("error: " + folder + " contains no tests");
    }
    TreeMap<Path, List<LitTest>> byFolder =
        tests.stream()
            .collect(
                Collectors.groupingBy(
                    test -> test.file().getParent(), TreeMap::new, Collectors.toList()));
    return byFolder.entrySet().stream().map(entry -> container(folder, entry));
  }

  private static DynamicContainer container(Path root, Map.Entry<Path, List<LitTest>> folder) {
    Path relative = root.toAbsolutePath().normalize().relativize(folder.getKey());
    return dynamicContainer(
        relative.toString().isEmpty() ? "." : relative.toString(),
        folder.getKey().toUri(),
        folder.getValue().stream()
            .map(
                test ->
                    dynamicTest(
                        test.file().getFileName().toString(), source(test), () -> run(test))));
  }

  /** {@return where a test begins, in the form that JUnit takes for a line of a file} */
  private static URI source(LitTest test) {
    try {
      String text = Files.readString(test.file(), StandardCharsets.ISO_8859_1);
      int line = ScriptParser.parse(text).commands().getFirst().lines().first();
      return URI.create(test.file().toUri() + "?line=" + line);
    } catch (ScriptException | IOException e) {
      // When it is run, the test says what is wrong with it.
      return test.file().toUri();
    }
  }

  private static void run(LitTest test) {
    TestResult result = TestRunner.run(test);
    Assumptions.assumeFalse(result.code() == ResultCode.UNSUPPORTED, result.output());
    if (result.code().isFailure()) {
      Assertions.fail(
          result.code() + ": " + test.name() + "\n" + test.file() + "\n" + result.output());
    }
  }
}
