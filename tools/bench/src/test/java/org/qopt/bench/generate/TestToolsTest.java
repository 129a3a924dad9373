package org.qopt.bench.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qopt.filecheck.FileCheck;
import org.qopt.filecheck.FileCheckOptions;
import org.qopt.filecheck.FileCheckResult;
import org.qopt.filecheck.SourceText;
import org.qopt.lit.CommandIo;
import org.qopt.lit.LitCommand;

class TestToolsTest {
  private static SourceText text(String name, Generator generator) throws IOException {
    StringWriter out = new StringWriter();
    generator.write(out);
    return SourceText.utf8(name, out.toString());
  }

  @ParameterizedTest
  @EnumSource
  void directivesHold(CheckedText.Directives directives) throws IOException {
    CheckedText made = new CheckedText(1_000, directives);
    SourceText input = text("input", made.input());
    SourceText checks = text("checks", made.checks());
    FileCheckResult result = FileCheck.check(checks, input, FileCheckOptions.defaults());
    assertTrue(result.passed(), result::rendered);
    assertEquals(1_000, checks.text().lines().filter(line -> line.startsWith("// CHECK")).count());
    int length = input.length() / 1_000;
    assertTrue(length > 350 && length < 400, "a line has " + length + " bytes");
  }

  @Test
  void testsPass(@TempDir Path folder) throws IOException {
    new TestSuite(9, 13, TestSuite.Tools.OURS).write(folder);
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    CommandIo io = new CommandIo(InputStream.nullInputStream(), out, out, folder, Map.of());
    int status = new LitCommand().run(List.of("-v", folder.toString()), io);
    assertEquals(0, status, said::toString);
    assertEquals(13, CommandCount.in(folder));
    assertEquals(2, Files.readString(folder.resolve("test-00003.mlir")).split("RUN:").length - 1);
    assertTrue(
        said.toString(StandardCharsets.UTF_8).contains("Passed: 9 (100.00%)"), said::toString);
  }
}
