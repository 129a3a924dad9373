package org.qopt.cli.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

class ClassificationTest {
  @Test
  void choosesTheLargestScore() {
    assertEquals(2, best(0.1f, -5, 0.7f, 0.2f));
    assertEquals(0, best(-1, -2, -3));
    assertEquals(0, best(4));
  }

  @Test
  void choosesTheLowestAmongEquals() {
    assertEquals(1, best(0, 3, 3, 1, 3));
    assertEquals(0, best(2, 2));
  }

  @Test
  void looksAtOneSampleOfMany() {
    Tensor scores = Tensor.of(Shape.of(2, 3), 9f, 1f, 2f, 3f, 5f, 4f);
    assertEquals(0, Classification.best(scores, 0, 3));
    assertEquals(1, Classification.best(scores, 3, 3));
  }

  @Test
  void countsAgreementAndAccuracy() {
    Classification classes = new Classification(true);
    classes.add(1, 1, 1);
    classes.add(2, 2, 0);
    classes.add(0, 3, 0);
    classes.add(0, 3, 3);
    assertEquals(4, classes.samples());
    assertEquals(0.5, classes.agreement());
    assertEquals(OptionalDouble.of(0.5), classes.referenceTop1());
    assertEquals(OptionalDouble.of(0.5), classes.candidateTop1());
  }

  @Test
  void knowsNoAccuracyWithoutLabels() {
    Classification classes = new Classification(false);
    classes.add(0, 0, 0);
    assertEquals(OptionalDouble.empty(), classes.referenceTop1());
    assertEquals(OptionalDouble.empty(), classes.candidateTop1());
    assertEquals(1, classes.agreement());
  }

  private static long best(float... scores) {
    return Classification.best(Tensor.of(Shape.of(scores.length), scores), 0, scores.length);
  }
}
