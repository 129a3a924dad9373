package org.qopt.parser.qir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qopt.ir.Dialects;
import org.qopt.ir.Program;
import org.qopt.ir.diagnostic.InvalidInputException;

/** Large constants live beside the text, and come back from there. */
class WeightsTest {
  @TempDir private Path folder;
  private Path file;
  private Path weights;

  @BeforeEach
  void names() {
    file = folder.resolve("model.qir");
    weights = folder.resolve("model.safetensors");
  }

  private static Program program(String fill) {
    return Qir.read(
        """
        func.func @f() -> tensor<1000xi8> {
          %0 = nn.constant {value = dense<1> : tensor<1000000xi8>} : tensor<1000000xi8>
          %1 = nn.constant {value = dense<[1, 2]> : tensor<2xi8>} : tensor<2xi8>
          %2 = nn.constant {value = dense<"0x%s02"> : tensor<2000xi8>} : tensor<2000xi8> loc("w")
          %3 = nn.constant {value = dense<"0x%s03"> : tensor<2000xi8>} : tensor<2000xi8> loc("w")
          %4 = "a"() {value = dense<"0x%s04"> : tensor<2000xi8>} : () -> tensor<1000xi8>
          return %4 : tensor<1000xi8>
        }
        """
            .replace("%s", fill.repeat(1999)));
  }

  private Program reread() {
    return QirReader.read(file, Dialects.load(), ReadOptions.ALLOW_UNREGISTERED);
  }

  @Test
  void largeConstantsComeBack() throws IOException {
    Program program = program("01");
    QirWriter.writeFile(program, file);
    String text = Files.readString(file);
    assertTrue(text.contains("{value = dense_resource<w> : tensor<2000xi8>}"), text);
    assertTrue(text.contains("{value = dense_resource<\"w#2\"> : tensor<2000xi8>}"), text);
    assertTrue(text.contains("weights: \"model.safetensors\""), text);
    // Splats, small constants and other operations' attributes stay.
    assertTrue(text.contains("dense<1> : tensor<1000000xi8>"), text);
    assertTrue(text.contains("dense<[1, 2]>"), text);
    assertTrue(text.contains("\"a\"() {value = dense<\"0x01"), text);
    assertEquals(Qir.generic(program.module()), Qir.generic(reread().module()));
    assertEquals(Qir.pretty(program), Qir.pretty(reread()), "the trailer goes with the file");
  }

  @Test
  void aProgramCanBeWrittenOverTheFilesThatItIsReadFrom() {
    QirWriter.writeFile(program("01"), file);
    Program read = reread();
    QirWriter.writeFile(read, file);
    assertEquals(Qir.generic(program("01").module()), Qir.generic(reread().module()));
  }

  @Test
  void withoutLargeConstantsThereIsOneFile() throws IOException {
    QirWriter.writeFile(Qir.read("%0 = \"a\"() : () -> i32"), file);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void weightsOfAnotherProgramAreRefused() throws IOException {
    QirWriter.writeFile(program("01"), folder.resolve("other.qir"));
    QirWriter.writeFile(program("02"), file);
    Files.copy(
        folder.resolve("other.safetensors"),
        weights,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    InvalidInputException e = assertThrows(InvalidInputException.class, this::reread);
    assertTrue(
        e.getMessage().contains("is not the file that this program was written with"),
        e.getMessage());
  }

  @Test
  void missingWeightsAreNamed() throws IOException {
    QirWriter.writeFile(program("01"), file);
    Files.delete(weights);
    InvalidInputException e = assertThrows(InvalidInputException.class, this::reread);
    String shown = Qir.show(e.diagnostics());
    assertTrue(shown.startsWith(weights + ": error: cannot read: no such file"), shown);
    assertTrue(shown.contains("note: named here, as the file with the weights"), shown);
  }

  @Test
  void weightsElsewhereAreRefused() {
    String text =
        """
        %0 = "a"() {x = dense_resource<k> : tensor<2xi8>} : () -> i32
        {-# external_resources: { qopt: { weights: "../secret.safetensors" } } #-}
        """;
    assertEquals(
        "test.qir:2:1: error: expected the name of a file beside this one, but found '../secret.safetensors'\n",
        Qir.faults(text));
  }

  @Test
  void weightsThatAreNoTextAreRefused() {
    String text =
        """
        %0 = "a"() {x = dense_resource<k> : tensor<2xi8>} : () -> i32
        {-# external_resources: { qopt: { weights: true } } #-}
        """;
    assertEquals(
        "test.qir:2:1: error: expected 'weights' in the trailer to be a text in quotes, but found true\n",
        Qir.faults(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dense_resource<w> : tensor<2000xi8> | dense_resource<w> : tensor<2000xi16>"
            + " | expected 'w' of 'model.safetensors' to be tensor<2000xi16>, but found tensor<2000xi8>",
        "dense_resource<w> : tensor<2000xi8> | dense_resource<w> : tensor<1999xi8>"
            + " | expected 'w' of 'model.safetensors' to be tensor<1999xi8>, but found tensor<2000xi8>",
        "dense_resource<w> | dense_resource<v> | 'model.safetensors' holds no tensor 'v'",
        "weights_header_sha256 | weights_hash | expected 'weights_header_sha256' beside 'weights'",
        "\"model.safetensors\" | \"\" | expected the name of a file beside this one, but found ''",
        "\"model.safetensors\" | \".\" | expected the name of a file beside this one, but found '.'"
      })
  void whatDoesNotFitTheFileIsLocated(String written, String changed, String message)
      throws IOException {
    String program =
        "%0 = nn.constant {value = dense<\"0x%s02\"> : tensor<2000xi8>} : tensor<2000xi8> loc(\"w\")";
    QirWriter.writeFile(Qir.read(program.replace("%s", "01".repeat(1999))), file);
    Files.writeString(file, Files.readString(file).replace(written, changed));
    InvalidInputException e =
        assertThrows(
            InvalidInputException.class,
            () -> QirReader.read(file, Dialects.load(), ReadOptions.STRICT));
    String shown = Qir.show(e.diagnostics());
    assertTrue(shown.contains(message), shown);
    assertTrue(shown.startsWith(file + ":"), shown);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 4, 100, 2500, -1})
  void weightsThatAreCutOffAreRefused(long kept) throws IOException {
    QirWriter.writeFile(program("01"), file);
    try (FileChannel channel = FileChannel.open(weights, StandardOpenOption.WRITE)) {
      channel.truncate(kept < 0 ? channel.size() + kept : kept);
    }
    InvalidInputException e = assertThrows(InvalidInputException.class, this::reread);
    String shown = Qir.show(e.diagnostics());
    assertTrue(shown.startsWith(weights + ": error: truncated: "), shown);
    assertTrue(shown.contains("note: named here, as the file with the weights"), shown);
  }

  @Test
  void nothingIsLeftOfAWriteThatFails() throws IOException {
    // The text cannot take the place of a folder, and so the weights do not appear either.
    Files.createDirectory(file);
    assertThrows(InvalidInputException.class, () -> QirWriter.writeFile(program("01"), file));
    assertFalse(Files.exists(weights));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }
}
