package org.qopt.cli.calibrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.location.FileLocation;
import org.qopt.passes.bind.CalibrationTable;
import org.qopt.quantize.ValueRange;

class CalibrationJsonTest {
  private static final String GOOD =
      """
      {
        "format": "qopt-calibration",
        "version": 1,
        "method": "minmax",
        "samples": 3,
        "values": {
          "x": {
            "min": -1.5,
            "max": 2.0
          }
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void writesWhatTheDocumentationShows() {
    CalibrationTable table =
        CalibrationTable.of(Map.of("x", new ValueRange(-1.5f, 2)), 3, "minmax");
    assertEquals(GOOD, CalibrationJson.write(table));
  }

  @Test
  void readsWhatItWrites() throws IOException {
    assertEquals(new ValueRange(-1.5f, 2), read(GOOD).ranges().get("x"));
    assertEquals(3, read(GOOD).samples());
    assertEquals("minmax", read(GOOD).method());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "'format'          | 'fromat'  | not a calibration file: there is no \"format\"",
        "'version'         | 'v'       | not a calibration file: there is no \"version\"",
        "'method'          | 'm'       | not a calibration file: there is no \"method\"",
        "'samples'         | 's'       | not a calibration file: there is no \"samples\"",
        "'values'          | 'v'       | not a calibration file: there is no \"values\"",
        "'qopt-calibration'| 'other'   | expected the format \"qopt-calibration\", but got \"other\"",
        "'qopt-calibration'| 7         | expected \"format\" to be a text, but got 7",
        "1,                | 2,        | expected version 1, but got 2",
        "1,                | '1',      | expected \"version\" to be a whole number of at least 0, but got \"1\"",
        "3,                | -3,       | expected \"samples\" to be a whole number of at least 0, but got -3",
        "3,                | 3.5,      | expected \"samples\" to be a whole number of at least 0, but got 3.5",
        "'minmax'          | []        | expected \"method\" to be a text, but got an array",
        "'min'             | 'least'   | value \"x\" has no \"min\"",
        "'max'             | 'most'    | value \"x\" has no \"max\"",
        "-1.5              | 'low'     | expected \"min\" of value \"x\" to be a number, but got \"low\"",
        "-1.5              | null      | expected \"min\" of value \"x\" to be a number, but got nothing",
        "2.0               | {}        | expected \"max\" of value \"x\" to be a number, but got an object",
        "-1.5              | 3.5       | value \"x\": not a range of finite numbers: [3.5, 2.0]",
        "2.0               | 1e300     | value \"x\": not a range of finite numbers: [-1.5, Infinity]",
      })
  void refusesWhatIsNotAsItShouldBe(String part, String replacement, String message) {
    String text = GOOD.replace(quoted(part), quoted(replacement));
    assertEquals(FileLocation.whole("c.json"), fault(text).location());
    assertEquals(message, fault(text).message());
  }

  @Test
  void refusesOtherKindsOfJson() {
    assertEquals(
        "expected a calibration file to be an object, but got an array", fault("[]").message());
    assertEquals("expected a calibration file to be an object, but got 3", fault("3").message());
    assertEquals(
        "expected a calibration file to be an object, but got nothing", fault("").message());
    assertEquals(
        "expected \"values\" to be an object, but got an array",
        fault(GOOD.replaceAll("(?s)\"values\": .*", "\"values\": []}")).message());
    assertEquals(
        "expected value \"x\" to be an object, but got 3",
        fault(GOOD.replaceAll("(?s)\"x\": .*", "\"x\": 3}}")).message());
  }

  @Test
  void saysWhereTheJsonIsMalformed() {
    Diagnostic truncated = fault(GOOD.substring(0, GOOD.indexOf("2.0")));
    assertEquals(new FileLocation("c.json", 9, 14), truncated.location());
    assertEquals("malformed JSON: end of input", truncated.message());
    Diagnostic notANumber = fault(GOOD.replace("-1.5", "NaN"));
    assertEquals(new FileLocation("c.json", 8, 14), notANumber.location());
  }

  @Test
  void refusesWhatFollowsTheEnd() {
    assertEquals(new FileLocation("c.json", 13, 2), fault(GOOD + "}").location());
    assertEquals("malformed JSON", fault(GOOD + "{}").message());
  }

  @Test
  void refusesDeepNesting() {
    assertEquals(1, fault("[".repeat(1_000_000)).message().lines().count());
  }

  @Test
  void refusesBytesThatAreNoText() throws IOException {
    Path file = folder.resolve("c.json");
    Files.write(file, new byte[] {'{', (byte) 0xFF, (byte) 0xFE});
    assertEquals("not a calibration file: it holds bytes that are no UTF-8", fault(file).message());
  }

  @Test
  void refusesAMissingFile() {
    assertEquals(
        "cannot read: no such file or directory", fault(folder.resolve("none.json")).message());
  }

  private static String quoted(String part) {
    return part.replace('\'', '"');
  }

  private CalibrationTable read(String text) throws IOException {
    return CalibrationJson.read(write(text), "c.json");
  }

  private Diagnostic fault(String text) {
    try {
      return fault(write(text));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Diagnostic fault(Path file) {
    InvalidInputException e =
        assertThrows(InvalidInputException.class, () -> CalibrationJson.read(file, "c.json"));
    assertEquals(1, e.diagnostics().size());
    return e.diagnostics().getFirst();
  }

  private Path write(String text) throws IOException {
    return Files.write(folder.resolve("c.json"), text.getBytes(StandardCharsets.UTF_8));
  }
}
