package org.qopt.target.tpu.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.qopt.target.image.Nhwc;
import org.qopt.target.image.Window1d;
import org.qopt.target.image.Window2d;

/** What the kernels and their parameters do not take. */
class RefusalTest {
  private static final Window2d POINT =
      new Window2d(Window1d.valid(1, 1, 1), Window1d.valid(1, 1, 1));
  private static final OutputStage STAGE =
      new OutputStage(
          AccumulatorScaling.convolution(1, new float[] {1, 1}, 1), 0, ActivationClamp.FULL);

  private static void refused(String message, Executable action) {
    String actual = assertThrows(IllegalArgumentException.class, action).getMessage();
    assertTrue(actual.contains(message), actual);
  }

  /** The runtime's kernels do not shift sums to the left. */
  @Test
  void sums() {
    ScaledSum.of(15, 1, 0, 0.5f, 0, 0x1.000002p-14f, 0, ActivationClamp.FULL16);
    refused(
        "a result of scale 6.1035156E-5 is too fine for operands of scales 1.0 and 0.5",
        () -> ScaledSum.of(15, 1, 0, 0.5f, 0, 0x1p-14f, 0, ActivationClamp.FULL16));
  }

  @Test
  void scalings() {
    refused(
        "1 multipliers with 2 shifts",
        () -> AccumulatorScaling.of(Rounding.DOUBLE, new long[1], new int[2]));
    refused(
        "not one of 31 bits",
        () -> AccumulatorScaling.of(Rounding.DOUBLE, new long[] {1L << 31}, new int[1]));
    refused(
        "not one of 53 bits",
        () -> AccumulatorScaling.of(Rounding.NEAREST, new long[] {-1}, new int[1]));
    refused(
        "shift 8 is outside of -31 to 7",
        () -> AccumulatorScaling.of(Rounding.WIDE, new long[1], new int[] {8}));
    refused("no such rounding", () -> Rounding.of("up"));
  }

  @Test
  void convolutions() {
    refused("5 weights, not 2 x 3", () -> new Conv2d(POINT, 0, STAGE, new byte[5], 3, new int[2]));
    refused(
        "2 multipliers for 3 channels",
        () -> new Conv2d(POINT, 0, STAGE, new byte[3], 1, new int[3]));
    Conv2d kernel = new Conv2d(POINT, 0, STAGE, new byte[6], 3, new int[2]);
    refused("input has 5 values", () -> kernel.execute(new byte[5], new Nhwc(1, 1, 2, 3)));
    refused("2 channels, not 3", () -> kernel.execute(new byte[4], new Nhwc(1, 1, 2, 2)));
    refused(
        "depth multiplier 3",
        () -> new DepthwiseConv2d(POINT, 0, STAGE, new byte[2], 3, new int[2]));
    refused(
        "no rows of 3",
        () -> new FullyConnected(0, STAGE, new byte[6], 0, 3, new int[2]).execute(new byte[4]));
  }

  @Test
  void shapesAndWindows() {
    refused("negative dimension", () -> new Nhwc(1, -1, 1, 1));
    refused("kernel 0", () -> Window1d.valid(0, 1, 1));
    Window2d far = new Window2d(new Window1d(1, 1, 1, 1, 0), new Window1d(1, 1, 1, 0, 0));
    refused(
        "lies in the padding",
        () -> new MaxPool2d(far, ActivationClamp.FULL).execute(new byte[1], new Nhwc(1, 1, 1, 1)));
    Mul mul = Mul.of(1, 0, 1, 0, 1, 0, Activation.NONE);
    refused(
        "2 and 3 do not broadcast",
        () -> mul.execute(new byte[2], new int[] {2}, new byte[3], new int[] {3}));
    refused(
        "2 values, not the 3",
        () -> mul.execute(new byte[2], new int[] {3}, new byte[3], new int[] {3}));
  }

  @Test
  void functions() {
    refused("255 entries", () -> LookupTable.of(new byte[255]));
    refused("no fixed-point form", () -> Softmax.of(1e-30f, 1));
    refused("no rows of 3", () -> Softmax.of(1, 1).execute(new byte[4], 3));
    refused("output scale", () -> HardSwish.of(10, 0, 0.01f, 0));
    refused("no mean of 0", () -> Mean.of(1, 0, 1, 0, 0));
    refused(
        "means of 2, not of 3",
        () -> Mean.of(1, 0, 1, 0, 3).execute(new byte[6], new int[] {3, 2}, new int[] {1}));
    refused("int16 bounds", () -> new ActivationClamp(-32769, 0));
  }

  @Test
  void clampOfAnActivationThatInt8CannotReach() {
    assertEquals(new ActivationClamp(127, 127), ActivationClamp.of(Activation.RELU, 0.1f, 127));
    assertEquals(new ActivationClamp(-20, 40), ActivationClamp.of(Activation.RELU6, 0.1f, -20));
    assertEquals(new ActivationClamp(-128, 127), ActivationClamp.of(Activation.NONE, 0.1f, 0));
  }
}
