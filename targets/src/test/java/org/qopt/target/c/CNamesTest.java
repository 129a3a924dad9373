package org.qopt.target.c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CNamesTest {
  private final CNames names = new CNames();

  @Test
  void keepsLettersAndDigits() {
    assertEquals("v_conv_1_Relu", names.unique("v_", "conv.1/Relu", ""));
  }

  @Test
  void numbersWhatIsTaken() {
    assertEquals("v_a_b", names.unique("v_", "a.b", ""));
    assertEquals("v_a_b_2", names.unique("v_", "a/b", ""));
    assertEquals("v_a_b_2_2", names.unique("v_", "a_b_2", ""));
    assertEquals("v_a_b_3", names.unique("v_", "a b", ""));
  }

  @Test
  void takesTheFirstOfFusedNamesAndTheEndOfLongOnes() {
    assertEquals("c_relu_window", names.unique("c_", "relu;bias;conv", "_window"));
    assertEquals(
        "v_to_block3_unit2_bottleneck_conv2",
        names.unique("v_", "a/long/way/to/block3/unit2/bottleneck/conv2", ""));
  }

  @Test
  void namesWhatHasNoLetters() {
    assertEquals("v_unnamed", names.unique("v_", "\u97f3", ""));
    assertEquals("v_unnamed_2", names.unique("v_", "", ""));
  }

  @Test
  void aPrefixForOthersBeginsWithALetter() {
    assertEquals("model_3d", CNames.prefix("3d"));
    assertEquals("my_net", CNames.prefix("_my-net"));
  }

  @Test
  void onlyPlainFilesAreIncluded() {
    assertTrue(CNames.isPlain("my-net_1.2"));
    assertFalse(CNames.isPlain("a\"b"));
  }
}
