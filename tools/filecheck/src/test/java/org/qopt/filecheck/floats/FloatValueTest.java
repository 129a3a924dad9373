package org.qopt.filecheck.floats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloatValueTest {
  private static FloatValue list(double... values) {
    return new FloatValue.Items(
        Arrays.stream(values)
            .mapToObj(value -> (FloatValue) new FloatValue.Scalar(value))
            .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1.001, 0.001953125, 0, true",
    "1, 1.001, 0.0001, 0, false",
    "100, 101, 0, 0.01, true",
    "100, 101.5, 0, 0.01, false",
    "-100, -101, 0, 0.01, true",
    "0, 0.001, 0, 0.5, false",
    "NaN, NaN, 0, 0, true",
    "NaN, 1, 9, 9, false",
    "1, NaN, 9, 9, false",
    "Infinity, Infinity, 0, 0, true",
    "Infinity, 1, 1, 1, false",
    "1, Infinity, 1, 1, false",
    "0, -0.0, 0, 0, true",
  })
  void isNear(double expected, double found, double absolute, double relative, boolean near) {
    Optional<String> problem =
        new FloatValue.Scalar(expected)
            .difference(new FloatValue.Scalar(found), new Tolerance(absolute, relative), "");
    assertEquals(near, problem.isEmpty(), problem.toString());
  }

  @Test
  void namesTheElementThatDiffers() {
    FloatValue expected = new FloatValue.Items(List.of(list(1, 2), list(3, 4)));
    FloatValue found = new FloatValue.Items(List.of(list(1, 2), list(3, 5)));
    assertEquals(
        Optional.of("element 1 of element 1 is 5.0, off by 1.0 from 4.0; allowed is 0.5"),
        expected.difference(found, new Tolerance(0.5, 0), ""));
  }

  @Test
  void tellsOtherShapes() {
    Tolerance exact = new Tolerance(0, 0);
    assertEquals(
        Optional.of("it has 1 elements where 2 are expected"),
        list(1, 2).difference(list(1), exact, ""));
    assertEquals(
        Optional.of("it is a number where a list is expected"),
        list(1).difference(new FloatValue.Scalar(1), exact, ""));
    assertEquals(
        Optional.of("it is a list where a number is expected"),
        new FloatValue.Scalar(1).difference(list(1), exact, ""));
  }
}
