package org.qopt.littests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.qopt.cli.CliIo;
import org.qopt.cli.ExitStatus;
import org.qopt.cli.Qopt;
import org.qopt.parser.check.SplitInput;
import org.qopt.parser.qir.SourceFile;

/**
 * Whatever happens to a program, reading it and running passes on it ends soon, with a program or
 * with diagnostics that say where.
 */
class MutatedProgramsProperties {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int LONGEST = 8_000;
  private static final int MOST_MUTATIONS = 4;
  private static final List<String> PROGRAMS = programs();
  private static final List<List<String>> WORK =
      List.of(
          List.of("--verify-roundtrip"),
          List.of("--canonicalize", "--cse", "--symbol-dce"),
          List.of("--inline", "--remove-dead-values", "--print-op-stats"),
          List.of("--shape-inference", "--canonicalize", "--strip-debuginfo"),
          List.of("--mlir-print-op-generic", "--mlir-print-debuginfo"));

  @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
  void mutatedTokensEndInAProgramOrInLocatedDiagnostics(@ForAll long seed) {
    Random random = new Random(seed);
    Mutations mutations = new Mutations(random);
    String text = any(random);
    for (int left = 1 + random.nextInt(MOST_MUTATIONS); left > 0; left--) {
      text = mutations.ofTokens(text, any(random));
    }
    check(text.getBytes(StandardCharsets.UTF_8), WORK.get(random.nextInt(WORK.size())));
  }

  @Property(tries = 500, shrinking = ShrinkingMode.OFF)
  void mutatedBytesEndInAProgramOrInLocatedDiagnostics(@ForAll long seed) {
    Random random = new Random(seed);
    Mutations mutations = new Mutations(random);
    byte[] text = any(random).getBytes(StandardCharsets.UTF_8);
    for (int left = 1 + random.nextInt(MOST_MUTATIONS); left > 0; left--) {
      text = mutations.ofBytes(text);
    }
    check(text, WORK.get(random.nextInt(WORK.size())));
  }

  private static String any(Random random) {
    return PROGRAMS.get(random.nextInt(PROGRAMS.size()));
  }

  private static void check(byte[] text, List<String> flags) {
    List<String> words =
        Stream.concat(
                Stream.of("-", "--allow-unregistered-dialect", "--max-errors=0"), flags.stream())
            .toList();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(errors, true, StandardCharsets.UTF_8);
    PrintStream out =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    CliIo io = CliIo.of(new ByteArrayInputStream(text), out, err, Path.of(""));
    int status = assertTimeoutPreemptively(LIMIT, () -> Qopt.run(words, io));
    String shown = errors.toString(StandardCharsets.UTF_8);
    String context = String.join(" ", words) + "\n" + new String(text, StandardCharsets.UTF_8);
    assertTrue(status == ExitStatus.DONE || status == ExitStatus.INPUT_FAULT, context + shown);
    List<String> lines = shown.lines().toList();
    assertTrue(lines.stream().noneMatch(line -> line.startsWith("qopt: error")), shown + context);
    List<String> faults = lines.stream().filter(line -> line.contains(": error: ")).toList();
    assertEquals(status == ExitStatus.INPUT_FAULT, !faults.isEmpty(), () -> shown + context);
  }

  /** Without what the program's own tests expect: it would be taken for what qopt says. */
  private static String withoutComments(String text) {
    return text.lines()
        .filter(line -> !line.stripLeading().startsWith("//"))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static List<String> programs() {
    try (Stream<Path> files = Files.walk(Path.of(""))) {
      return files
          .filter(file -> file.toString().endsWith(".qir") && !file.startsWith("target"))
          .sorted()
          .flatMap(file -> SplitInput.split(SourceFile.read(file)).stream())
          .map(file -> withoutComments(file.text()))
          .filter(text -> !text.isBlank() && text.length() <= LONGEST)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
