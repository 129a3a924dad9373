package org.qopt.filecheck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds exit status and messages against those that LLVM's FileCheck 19 gave for the same calls,
 * recorded in {@code golden.txt}.
 */
class GoldenTest {
  private static final String MARK = "@@@ ";

  @TempDir Path directory;

  /** One recorded call. */
  private record Case(String flags, String check, String input, int status, String messages) {
    String name() {
      return (check.lines().findFirst().orElse("") + " " + flags + " / " + input)
          .replace('\n', ' ')
          .strip();
    }
  }

  @TestFactory
  Stream<DynamicTest> behavesAsRecorded() throws IOException {
    List<Case> cases = read();
    assertEquals(true, cases.size() > 150, "the record is not complete");
    return cases.stream().map(c -> DynamicTest.dynamicTest(c.name(), () -> run(c)));
  }

  private void run(Case recorded) throws IOException {
    Files.writeString(directory.resolve("c.txt"), recorded.check());
    List<String> arguments = new ArrayList<>(List.of("c.txt"));
    Arrays.stream(recorded.flags().split(" ")).filter(s -> !s.isEmpty()).forEach(arguments::add);
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    int status =
        FileCheckCommand.run(
            arguments,
            new ByteArrayInputStream(recorded.input().getBytes(StandardCharsets.UTF_8)),
            new PrintStream(OutputStream.nullOutputStream()),
            new PrintStream(messages, true, StandardCharsets.UTF_8),
            directory,
            Map.of());
    assertEquals(
        recorded.messages(),
        OursAlone.remove(messages.toString(StandardCharsets.UTF_8)).stripTrailing());
    assertEquals(recorded.status(), status);
  }

  private static List<Case> read() throws IOException {
    List<Case> cases = new ArrayList<>();
    String all;
    try (InputStream in = GoldenTest.class.getResourceAsStream("golden.txt")) {
      all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    for (String block : all.substring(MARK.length()).split(MARK + "flags ")) {
      String[] parts = block.replaceFirst("^flags ", "").split(MARK + "(check\n|input\n|status )");
      int end = parts[3].indexOf('\n');
      cases.add(
          new Case(
              parts[0].strip(),
              parts[1],
              parts[2],
              Integer.parseInt(parts[3].substring(0, end)),
              parts[3].substring(end + 1).stripTrailing()));
    }
    return cases;
  }
}
