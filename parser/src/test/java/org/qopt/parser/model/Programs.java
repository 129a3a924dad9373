package org.qopt.parser.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.print.PrintOptions;
import org.qopt.ir.print.Printer;
import org.qopt.ir.verify.Verifier;

/** What tests ask of programs that were read. */
public final class Programs {
  private static final int LARGEST_SHOWN = 16;

  private Programs() {}

  /** Checks that a program is valid, and the body of {@code @main} without locations. */
  public static void assertBody(String expected, Operation module) {
    assertValid(module);
    assertEquals(expected.strip(), body(Printer.toText(module, shown())));
  }

  /** Checks that a program is valid, and the body of {@code @main} with locations. */
  public static void assertLocatedBody(String expected, Operation module) {
    assertValid(module);
    assertEquals(expected.strip(), body(Printer.toText(module, shown().withLocations(true))));
  }

  /** Checks that a program keeps every rule. */
  public static void assertValid(Operation module) {
    Diagnostics diagnostics = new Diagnostics();
    Verifier.verify(module, diagnostics);
    assertEquals(List.of(), diagnostics.all());
  }

  private static PrintOptions shown() {
    return PrintOptions.PRETTY.withElideAbove(LARGEST_SHOWN);
  }

  private static String body(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.startsWith("module") && !line.startsWith("}"))
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .collect(Collectors.joining("\n"));
  }

  /** {@return the one error that {@code reading} ends with, as {@code LOCATION: MESSAGE}} */
  public static String fault(Supplier<Operation> reading) {
    InvalidInputException error = assertThrows(InvalidInputException.class, reading::get);
    assertEquals(1, error.diagnostics().size());
    Diagnostic diagnostic = error.diagnostics().getFirst();
    return diagnostic.location() + ": " + diagnostic.message();
  }
}
