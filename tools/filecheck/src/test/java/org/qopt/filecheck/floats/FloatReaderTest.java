package org.qopt.filecheck.floats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloatReaderTest {
  private static List<FloatReader.Found> read(String text, boolean lists) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return new FloatReader(bytes, 0, bytes.length).all(lists);
  }

  private static String values(String text, boolean lists) {
    return read(text, lists).stream()
        .map(found -> found.value().toString())
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "1 -2.5 +3e2 .5 1e-3, 1.0 -2.5 300.0 0.5 0.001",
    "1-2 x-3 (4)-5, 1.0 2.0 3.0 4.0 5.0",
    "v1 x_2 3.4.5 a.6, 3.4",
    "1e 2ex 3.e, 1.0 2.0 3.0",
    "nan -inf Infinity nano info, NaN -Infinity Infinity",
    "0x7FC00000 0x3FF0000000000000 0x10, NaN 1.0 0.0",
    "dense<0.25> 1%, 0.25 1.0",
  })
  void findsNumbers(String text, String expected) {
    assertEquals(expected, values(text, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[1, 2.5] [] [x] [3; [1.0, 2.5]",
        "a [[1,2], [3]] b; [[1.0, 2.0], [3.0]] [1.0, 2.0] [3.0]",
        "[1 2] [1,] [,1] [1]]; [1.0]",
      })
  void findsLists(String text, String expected) {
    assertEquals(expected, values(text, true));
  }

  @Property
  void readsWhatIsPrinted(@ForAll double value) {
    List<FloatReader.Found> found = read("<" + value + ">", false);
    assertEquals(1, found.size());
    assertEquals(new FloatValue.Scalar(value), found.getFirst().value());
  }

  @Property
  void endsOnAnyText(@ForAll String text) {
    read(text, false);
    read(text, true);
    read("[".repeat(10_000) + text, true);
  }
}
