package org.qopt.parser.qir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertIterableEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.qopt.ir.Operation;
import org.qopt.ir.print.PrintOptions;
import org.qopt.ir.print.Printer;

/** What is printed is read as the same program. */
class RoundTripTest {
  private static final String MLIR_OPT = "mlir-opt-19";
  private static final int PROGRAMS = 60;

  @Property(tries = 300)
  void prettyFormIsReadAsTheSameProgram(@ForAll long seed) {
    assertReadBack(seed, PrintOptions.PRETTY.withLocations(true));
  }

  @Property(tries = 300)
  void genericFormIsReadAsTheSameProgram(@ForAll long seed) {
    assertReadBack(seed, PrintOptions.GENERIC.withLocations(true));
  }

  @Property(tries = 100)
  void bothFormsAreReadAsTheSameProgram(@ForAll long seed) {
    String generic = Qir.generic(Programs.module(seed));
    String pretty = Qir.generic(Qir.read(Qir.roundTrip(generic)).module());
    assertSameLines(generic, pretty);
  }

  private static void assertReadBack(long seed, PrintOptions options) {
    Operation module = Programs.module(seed);
    String text = Printer.toText(module, options);
    Operation read = Qir.read(text).module();
    assertSameLines(text, Printer.toText(read, options));
    // All that there is, in the form that leaves nothing out.
    PrintOptions all = PrintOptions.GENERIC.withLocations(true);
    assertSameLines(Printer.toText(module, all), Printer.toText(read, all));
  }

  // Names the first line that differs, not two whole programs.
  private static void assertSameLines(String expected, String actual) {
    assertIterableEquals(expected.lines().toList(), actual.lines().toList());
  }

  @Test
  void mlirOptReadsTheGenericFormAndIsRead() throws Exception {
    boolean installed =
        Arrays.stream(System.getenv("PATH").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, MLIR_OPT)));
    assumeTrue(installed, MLIR_OPT + " is not on the PATH");
    PrintOptions options = PrintOptions.GENERIC.withLocations(true);
    String text =
        LongStream.range(0, PROGRAMS)
            .mapToObj(seed -> Printer.toText(Programs.module(seed), options))
            .collect(Collectors.joining("// -----\n"));
    String printed = mlirOpt(text, "--mlir-print-debuginfo");
    List<String> parts = List.of(printed.split("// -----\n"));
    assertEquals(PROGRAMS, parts.size());
    String again =
        parts.stream()
            .map(part -> Printer.toText(Qir.read(part).module(), options))
            .collect(Collectors.joining("// -----\n"));
    // In mlir-opt's own words, what it printed and what we made of it is the same.
    assertSameLines(printed, mlirOpt(again, "--mlir-print-debuginfo"));
  }

  private static String mlirOpt(String text, String... flags) throws Exception {
    Path input = Files.createTempFile("qir", ".mlir");
    Path errors = Files.createTempFile("qir", ".txt");
    try {
      Files.writeString(input, text);
      ProcessBuilder builder =
          new ProcessBuilder(
              MLIR_OPT, "--allow-unregistered-dialect", "--split-input-file", input.toString());
      builder.command().addAll(Arrays.asList(flags));
      Process process = builder.redirectError(errors.toFile()).start();
      String output = read(process);
      assertEquals(0, process.waitFor(), Files.readString(errors) + text);
      return output;
    } finally {
      Files.delete(input);
      Files.delete(errors);
    }
  }

  private static String read(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
