package org.example.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Holds {@code docs/tutorial} against the code: what it quotes, and what commands print. */
class TutorialTest {
  private static final Path TUTORIAL = Path.of("../../docs/tutorial");
  private static final Path PROJECT = Path.of("");
  private static final String ELISION = "...";

  // What is typed once, to set up.
  private static final Set<String> NOT_CHECKED = Set.of("sh");

  @TempDir private Path folder;

  /**
   * A block of code in a page.
   *
   * @param page where it stands
   * @param line the number of its first line
   * @param language what follows the fence
   * @param file the file that it is taken from; empty for commands
   * @param text what it holds
   */
  private record Block(Path page, int line, String language, String file, List<String> text) {}

  @TestFactory
  Stream<DynamicTest> blocks() throws IOException {
    List<Block> blocks = new ArrayList<>();
    for (Path page : files(TUTORIAL, ".md")) {
      blocks.addAll(blocks(page));
    }
    assertTrue(blocks.size() > 20, "found " + blocks.size());
    return blocks.stream()
        .filter(block -> !NOT_CHECKED.contains(block.language()))
        .map(
            block ->
                dynamicTest(block.page().getFileName() + ":" + block.line(), () -> check(block)));
  }

  private static List<Path> files(Path root, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .filter(file -> !file.startsWith(Path.of("target")))
          .sorted()
          .toList();
    }
  }

  private static List<Block> blocks(Path page) throws IOException {
    List<String> lines = Files.readAllLines(page);
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).startsWith("```")) {
        continue;
      }
      String[] words = lines.get(i).substring(3).split(" ");
      int end = i + 1;
      while (!lines.get(end).equals("```")) {
        end++;
      }
      String file = words.length > 1 ? words[1] : "";
      blocks.add(new Block(page, i + 1, words[0], file, lines.subList(i + 1, end)));
      i = end;
    }
    return blocks;
  }

  private void check(Block block) throws IOException {
    if (block.language().equals("console")) {
      runCommands(block.text());
    } else {
      checkQuoted(block);
    }
  }

  private static void checkQuoted(Block block) throws IOException {
    List<Path> named = new ArrayList<>(files(PROJECT, "/" + block.file()));
    named.addAll(files(TUTORIAL, "/" + block.file()));
    assertEquals(1, named.size(), "files named " + block.file() + ": " + named);
    String text = "\n" + Files.readString(named.getFirst());
    String quoted = "\n" + String.join("\n", block.text()) + "\n";
    assertTrue(text.contains(quoted), named.getFirst() + " does not hold:" + quoted);
  }

  private void runCommands(List<String> lines) throws IOException {
    for (Path file :
        List.of(
            Path.of("target/example.jar"),
            TUTORIAL.resolve("leaky.qir"),
            TUTORIAL.resolve("leaky.calib.json"))) {
      Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
    int at = 0;
    while (at < lines.size()) {
      String command = lines.get(at);
      assertTrue(command.startsWith("$ qopt "), command);
      int end = at + 1;
      while (end < lines.size() && !lines.get(end).startsWith("$ ")) {
        end++;
      }
      QoptRun run =
          QoptRun.of(folder, "", List.of(command.substring("$ qopt ".length()).split(" ")));
      assertEquals(0, run.status(), run.err());
      List<String> printed = (run.out() + run.err().replace(folder + "/", "")).lines().toList();
      assertPrinted(lines.subList(at + 1, end), printed);
      at = end;
    }
  }

  // A line that is "..." stands for any number of lines, at the end of one for the rest of it.
  private static void assertPrinted(List<String> expected, List<String> printed) {
    assertTrue(
        matches(expected, printed),
        () ->
            "expected\n"
                + String.join("\n", expected)
                + "\nbut found\n"
                + String.join("\n", printed));
  }

  private static boolean matches(List<String> expected, List<String> printed) {
    if (expected.isEmpty()) {
      return printed.isEmpty();
    }
    String first = expected.getFirst();
    List<String> rest = expected.subList(1, expected.size());
    if (first.equals(ELISION)) {
      return matches(rest, printed)
          || (!printed.isEmpty() && matches(expected, printed.subList(1, printed.size())));
    }
    return !printed.isEmpty()
        && matchesLine(first, printed.getFirst())
        && matches(rest, printed.subList(1, printed.size()));
  }

  private static boolean matchesLine(String expected, String printed) {
    return expected.endsWith(ELISION)
        ? printed.startsWith(expected.substring(0, expected.length() - ELISION.length()))
        : printed.equals(expected);
  }
}
