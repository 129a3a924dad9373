package org.qopt.cli.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qopt.cli.QoptRun;

class ReferencePagesTest {
  private static final Path COMMITTED = Path.of("..", "..", "docs", "generated");

  static Stream<String> names() {
    return ReferencePages.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void committedPageIsWhatIsMadeNow(String name) throws IOException {
    assertEquals(
        ReferencePages.all().get(name),
        Files.readString(COMMITTED.resolve(name)),
        "docs/generated is out of date: run 'tools/bin/qopt docs docs/generated'");
  }

  @Test
  void commandWritesThePages(@TempDir Path folder) throws IOException {
    assertEquals(new QoptRun(0, "", ""), QoptRun.in(folder, "docs", "new/pages"));
    for (String name : ReferencePages.all().keySet()) {
      assertEquals(
          ReferencePages.all().get(name), Files.readString(folder.resolve("new/pages/" + name)));
    }
  }

  @Test
  void indentedLinesAreCode() {
    assertEquals(
        "before:\n\n```mlir\n%0\n  %1\n```\n\nafter\n```\n  %2\n```\n",
        Markdown.of("before:\n  %0\n    %1\nafter\n```\n  %2\n```"));
    assertEquals("a:\n\n```mlir\n%0\n```\n", Markdown.of("a:\n  %0"));
  }
}
