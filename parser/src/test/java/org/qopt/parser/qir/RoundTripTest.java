package org.qopt.parser.qir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertIterableEquals;

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
    MlirOpt.assumeInstalled();
    PrintOptions options = PrintOptions.GENERIC.withLocations(true);
    String text =
        LongStream.range(0, PROGRAMS)
            .mapToObj(seed -> Printer.toText(Programs.module(seed), options))
            .collect(Collectors.joining(MlirOpt.SEPARATOR));
    String printed = MlirOpt.print(text, "--mlir-print-debuginfo");
    List<String> parts = List.of(printed.split(MlirOpt.SEPARATOR));
    assertEquals(PROGRAMS, parts.size());
    String again =
        parts.stream()
            .map(part -> Printer.toText(Qir.read(part).module(), options))
            .collect(Collectors.joining(MlirOpt.SEPARATOR));
    // In mlir-opt's own words, what it printed and what we made of it is the same.
    assertSameLines(printed, MlirOpt.print(again, "--mlir-print-debuginfo"));
  }
}
