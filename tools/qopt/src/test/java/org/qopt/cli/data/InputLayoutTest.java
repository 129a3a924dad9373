package org.qopt.cli.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.qopt.ir.type.Shape;

class InputLayoutTest {
  private static final long ANY = Shape.DYNAMIC;

  @Test
  void takesOneSampleAtATimeWhereTheFirstDimensionIsOneOrOpen() {
    Optional<InputLayout> expected = layout(1, 1, 8, 3);
    assertEquals(expected, InputLayout.of(Shape.of(1, 8, 3), Shape.of(8, 3)));
    assertEquals(expected, InputLayout.of(Shape.of(ANY, 8, 3), Shape.of(8, 3)));
  }

  @Test
  void takesABatchAtATime() {
    assertEquals(layout(4, 4, 8, 3), InputLayout.of(Shape.of(4, 8, 3), Shape.of(8, 3)));
  }

  @Test
  void takesTheWholeInputForASample() {
    assertEquals(layout(1, 4, 8, 3), InputLayout.of(Shape.of(4, 8, 3), Shape.of(4, 8, 3)));
    assertEquals(layout(1, 1, 8), InputLayout.of(Shape.of(1, 8), Shape.of(1, 8)));
  }

  @Test
  void givesOpenDimensionsTheSizesOfTheData() {
    assertEquals(
        layout(1, 1, 48, 192, 3), InputLayout.of(Shape.of(ANY, ANY, ANY, 3), Shape.of(48, 192, 3)));
    assertEquals(layout(1, 5, 3), InputLayout.of(Shape.of(ANY, 3), Shape.of(5, 3)));
  }

  @Test
  void takesAScalarForAVectorOfOne() {
    assertEquals(layout(1, 1), InputLayout.of(Shape.of(1), Shape.of()));
    assertEquals(layout(1), InputLayout.of(Shape.of(), Shape.of()));
  }

  @Test
  void fitsNothingElse() {
    assertEquals(Optional.empty(), InputLayout.of(Shape.of(1, 8, 3), Shape.of(8, 4)));
    assertEquals(Optional.empty(), InputLayout.of(Shape.of(1, 8, 3), Shape.of(2, 8, 3)));
    assertEquals(Optional.empty(), InputLayout.of(Shape.of(1, 8, 3), Shape.of(24)));
    assertEquals(Optional.empty(), InputLayout.of(Shape.of(), Shape.of(3)));
  }

  private static Optional<InputLayout> layout(int samplesPerRun, long... argument) {
    return Optional.of(new InputLayout(samplesPerRun, Shape.of(argument)));
  }
}
