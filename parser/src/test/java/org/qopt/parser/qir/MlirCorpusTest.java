package org.qopt.parser.qir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qopt.ir.Program;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.print.PrintOptions;
import org.qopt.ir.print.Printer;
import org.qopt.ir.verify.Verifier;

/**
 * Each element of MLIR's syntax, as {@code mlir-opt-19} prints it in the generic form, is read and
 * printed. What stands in the folder {@code exact} comes out as it went in; the rest, where MLIR
 * writes floats with other digits, adds comments or makes aliases, means the same to MLIR.
 */
class MlirCorpusTest {
  private static final int SMALLEST_CORPUS = 1000;

  @ParameterizedTest
  @ValueSource(strings = {"types", "attributes", "operations"})
  void whatIsWrittenInOneWayOnlyComesOutAsItWentIn(String name) throws IOException {
    for (String program : programs("exact/" + name)) {
      assertEquals(program.strip(), printed(program, false).strip());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"types", "attributes", "operations", "locations"})
  void whatIsPrintedIsReadAsTheSameText(String name) throws IOException {
    for (String program : programs("equal/" + name)) {
      String once = printed(program, true);
      assertEquals(once, printed(once, true));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "exact/types, false", "exact/attributes, false", "exact/operations, false",
    "equal/types, false", "equal/attributes, false", "equal/operations, false",
    "equal/locations, true"
  })
  void mlirOptPrintsTheSameTextFromOurs(String name, boolean locations) throws Exception {
    MlirOpt.assumeInstalled();
    List<String> programs = programs(name);
    String again =
        programs.stream()
            .map(program -> printed(program, locations))
            .collect(Collectors.joining(MlirOpt.SEPARATOR));
    String[] flags =
        locations
            ? new String[] {"--mlir-print-op-generic", "--mlir-print-debuginfo"}
            : new String[] {"--mlir-print-op-generic"};
    assertEquals(
        String.join(MlirOpt.SEPARATOR, programs).lines().toList(),
        MlirOpt.print(again, flags).lines().toList());
  }

  private static List<String> programs(String name) throws IOException {
    try (InputStream in = MlirCorpusTest.class.getResourceAsStream("mlir/" + name + ".mlir")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(text.length() > SMALLEST_CORPUS, name + " is no corpus");
      return Arrays.asList(text.split(MlirOpt.SEPARATOR));
    }
  }

  private static String printed(String text, boolean locations) {
    Program program = Qir.read(text);
    Diagnostics diagnostics = new Diagnostics();
    Verifier.verify(program.module(), diagnostics);
    assertEquals("", Qir.show(diagnostics.all()));
    return Printer.toText(
        program.module(), program.printedBy(PrintOptions.GENERIC.withLocations(locations)));
  }
}
