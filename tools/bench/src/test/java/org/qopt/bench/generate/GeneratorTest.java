package org.qopt.bench.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qopt.ir.Dialects;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.DenseElementsAttr;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.verify.Verifier;
import org.qopt.parser.qir.QirReader;
import org.qopt.parser.qir.ReadOptions;

class GeneratorTest {
  private static String text(Generator generator) throws IOException {
    StringWriter out = new StringWriter();
    generator.write(out);
    return out.toString();
  }

  /** The operations in the module's functions, without those that end them. */
  private static List<Operation> read(Generator generator) throws IOException {
    Operation module =
        QirReader.read(
                text(generator), "made.mlir", Dialects.load(), ReadOptions.ALLOW_UNREGISTERED)
            .module();
    return valid(module);
  }

  private static List<Operation> valid(Operation module) {
    Diagnostics faults = new Diagnostics();
    Verifier.verify(module, faults);
    assertEquals(List.of(), faults.all().stream().map(Diagnostic::message).toList());
    return inner(module).stream()
        .flatMap(op -> op.name().equals("func.func") ? inner(op).stream() : List.of(op).stream())
        .filter(op -> !op.name().equals("func.return"))
        .toList();
  }

  private static List<Operation> inner(Operation operation) {
    return operation.regions().stream()
        .flatMap(region -> region.blocks().stream())
        .flatMap(block -> block.operations().stream())
        .toList();
  }

  @ParameterizedTest
  @EnumSource(names = {"TOSA_GENERIC", "NN_PRETTY"})
  void networksAreValidAndAsLargeAsAsked(Notation notation) throws IOException {
    assertEquals(800, read(new Network(800, 1, notation)).size());
    assertEquals(800, read(new Network(800, 10, notation)).size());
    assertEquals(8, read(new Network(1, 1, notation)).size());
  }

  @Test
  void hundredThousandOperationsInGenericFormAreNineteenMegabytes() throws IOException {
    int length = text(new Network(10_000, 1, Notation.TOSA_GENERIC)).length();
    assertTrue(length > 1_850_000 && length < 1_950_000, "found " + length);
  }

  @Test
  void networkOfNothingIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Network(0, 1, Notation.NN_PRETTY));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void smallestProgramIsValid(boolean generic) throws IOException {
    assertEquals(
        List.of("nn.relu", "nn.add"),
        read(new TwoOperations(generic)).stream().map(Operation::name).toList());
  }

  @Test
  void bothFormsOfAConstantHaveLikeElements() throws IOException {
    DenseElementsAttr digits = constant(new BigConstant(100, true));
    DenseElementsAttr numbers = constant(new BigConstant(100, false));
    assertEquals(digits.type(), numbers.type());
    for (int i = 0; i < 100; i++) {
      assertEquals(digits.value().real(i), numbers.value().real(i), 1e-6);
    }
  }

  private static DenseElementsAttr constant(BigConstant generator) throws IOException {
    return (DenseElementsAttr) read(generator).getFirst().attribute("value").orElseThrow();
  }

  @Test
  void weightsAreFoundBesideTheirProgram(@TempDir Path folder) throws IOException {
    WeightsFile weights = new WeightsFile(3, 1000);
    weights.create(folder);
    Path program = folder.resolve("p.qir");
    Files.writeString(program, text(weights.program()));
    List<Operation> constants =
        valid(QirReader.read(program, Dialects.load(), ReadOptions.STRICT).module());
    assertEquals(3, constants.size());
    assertTrue(constants.getFirst().attribute("value").orElseThrow() instanceof DenseElementsAttr);
  }
}
