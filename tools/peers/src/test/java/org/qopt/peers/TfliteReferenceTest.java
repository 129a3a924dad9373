package org.qopt.peers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tensorflow.lite.schema.BuiltinOperator;

class TfliteReferenceTest {
  private static final byte[] RELU =
      SingleOpModel.of(BuiltinOperator.RELU, 2)
          .operand(ModelTensor.int8(0.5f, -3, 1, 4))
          .build(ModelTensor.int8(0.5f, 7, 1, 4));

  private static final byte[] FLOAT_RELU =
      SingleOpModel.of(BuiltinOperator.RELU, 1)
          .operand(ModelTensor.float32(3))
          .build(ModelTensor.float32(3));

  @BeforeEach
  void requirePeer() {
    assumeTrue(
        TfliteReference.unavailable().isEmpty(), () -> TfliteReference.unavailable().orElseThrow());
  }

  @Test
  void tensorsAreFoundAndDescribed() {
    try (TfliteReference model = TfliteReference.of(RELU)) {
      assertEquals(2, model.size());
      assertArrayEquals(new int[] {0}, model.inputs());
      assertArrayEquals(new int[] {1}, model.outputs());
      assertEquals("t1", model.name(1));
      assertEquals(1, model.indexOf("t1"));
      assertArrayEquals(new int[] {1, 4}, model.shape(0));
      assertEquals(0.5f, model.scale(0));
      assertEquals(7, model.zeroPoint(1));
    }
  }

  @Test
  void int8ModelRuns() {
    try (TfliteReference model = TfliteReference.of(RELU)) {
      model.set(0, new byte[] {-4, -3, -2, 100});
      model.run();
      assertArrayEquals(new byte[] {7, 7, 8, 110}, model.int8(1));
    }
  }

  @Test
  void floatModelRuns() {
    try (TfliteReference model = TfliteReference.of(FLOAT_RELU)) {
      model.set(0, new float[] {-1, 0.25f, 3});
      model.run();
      assertArrayEquals(new float[] {0, 0.25f, 3}, model.float32(1));
    }
  }

  @Test
  void wrongUseIsRefused() {
    try (TfliteReference model = TfliteReference.of(RELU)) {
      assertThrows(IllegalArgumentException.class, () -> model.set(0, new byte[3]));
      assertThrows(IllegalArgumentException.class, () -> model.set(0, new float[4]));
      assertThrows(IllegalArgumentException.class, () -> model.float32(1));
      assertThrows(IllegalArgumentException.class, () -> model.int8(2));
      assertThrows(IllegalArgumentException.class, () -> model.indexOf("t2"));
    }
  }

  @Test
  void whatIsNoModelIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> TfliteReference.of(new byte[100]));
  }

  @Test
  void modelWithoutAKernelIsRefused() {
    byte[] file =
        SingleOpModel.of(BuiltinOperator.SQRT, 1)
            .operand(ModelTensor.int8(0.5f, 0, 4))
            .build(ModelTensor.int8(0.5f, 0, 4));
    assertThrows(IllegalArgumentException.class, () -> TfliteReference.of(file));
  }
}
