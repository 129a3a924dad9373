package org.qopt.lit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;
import org.qopt.lit.junit.LitTests;

class LitTestsTest {
  @TempDir Path suite;

  private DynamicTest test(String text) throws IOException, LitException {
    Files.writeString(suite.resolve("lit.toml"), "suffixes = ['.test']\n");
    Files.writeString(suite.resolve("a.test"), text);
    DynamicContainer folder =
        (DynamicContainer) LitTests.in(suite, Map.of("mine", (_, _) -> 0)).toList().getFirst();
    return (DynamicTest) folder.getChildren().toList().getFirst();
  }

  @Test
  void opensAtTheFirstCommand() throws IOException, LitException {
    DynamicTest test = test("comment\nRUN: mine\n");
    assertEquals(
        suite.resolve("a.test").toUri() + "?line=2", test.getTestSourceUri().get().toString());
    assertEquals("a.test", test.getDisplayName());
  }

  @Test
  void refusesFoldersWithoutTests() throws IOException {
    Files.writeString(suite.resolve("lit.toml"), "suffixes = ['.test']\n");
    assertThrows(LitException.class, () -> LitTests.in(suite, Map.of()));
    assertThrows(LitException.class, () -> LitTests.in(suite.resolve("missing"), Map.of()));
  }

  @Test
  void endsAsTheTestDoes() throws Throwable {
    test("RUN: mine\n").getExecutable().execute();
    test("RUN: false\nXFAIL: *\n").getExecutable().execute();
    for (String failing : List.of("RUN: false\n", "", "RUN: mine\nXFAIL: *\n")) {
      DynamicTest test = test(failing);
      assertThrows(AssertionFailedError.class, test.getExecutable()::execute, failing);
    }
    DynamicTest skipped = test("RUN: false\nREQUIRES: gone\n");
    assertThrows(TestAbortedException.class, skipped.getExecutable()::execute);
  }
}
