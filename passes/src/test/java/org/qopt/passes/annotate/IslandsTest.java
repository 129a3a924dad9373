package org.qopt.passes.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.qopt.passes.AnnotatedPrograms;

class IslandsTest {
  private static final QuantAnnotatePass PASS = new QuantAnnotatePass("islands");

  private static final String CONV =
      """
          %w = nn.constant {value = dense<0.5> : tensor<1x1x1x1xf32>} : tensor<1x1x1x1xf32>
      """;

  @Test
  void leavesWhatHasNoFormInFloatWithoutMarkingItsOtherOperands() {
    assertEquals(
        """
        module attributes {calib.profile = "islands"} {
          func.func @f(%arg0: tensor<1x2x2x1xf32>, %arg1: tensor<1x2x2x1xf32>) -> tensor<1x2x2x1xf32> {
            %0 = calib.observe %arg0 {storage = !quant.any<i8:f32>} : tensor<1x2x2x1xf32>
            %cst = nn.constant {value = dense<0.5> : tensor<1x1x1x1xf32>} : tensor<1x1x1x1xf32>
            %1 = calib.weight %cst {axis = 0 : i64, storage = !quant.any<i8<-127:127>:f32>} : tensor<1x1x1x1xf32>
            %2 = nn.conv2d %0, %1 : tensor<1x2x2x1xf32>
            %3 = calib.observe %2 {storage = !quant.any<i8:f32>} : tensor<1x2x2x1xf32>
            %4 = nn.div %3, %arg1 : tensor<1x2x2x1xf32>
            return %4 : tensor<1x2x2x1xf32>
          }
        }
        """
            .strip(),
        annotated(
            """
            func.func @f(%x: tensor<1x2x2x1xf32>, %z: tensor<1x2x2x1xf32>) -> tensor<1x2x2x1xf32> {
            """
                + CONV
                + """
                  %c = nn.conv2d %x, %w : tensor<1x2x2x1xf32>
                  %y = nn.div %c, %z : tensor<1x2x2x1xf32>
                  return %y : tensor<1x2x2x1xf32>
                }
                """));
  }

  @Test
  void leavesLoneCheapOperationsInFloat() {
    assertEquals(0, marks("%y = nn.reshape %x {shape = array<i64: 1, 2, 2, 1>} :"));
    assertEquals(0, marks("%y = nn.relu %x :"));
  }

  @Test
  void leavesChainsOfCheapOperationsInFloat() {
    assertEquals(
        0,
        marks(
            "%a = nn.relu %x : tensor<1x2x2x1xf32>\n%b = nn.tanh %a : tensor<1x2x2x1xf32>\n%y = nn.relu %b :"));
  }

  @Test
  void leavesAnAnchorThatBreaksALimitInFloat() {
    assertEquals(0, marks("%y = nn.conv2d %x, %x :"));
  }

  @Test
  void quantizesCheapOperationsBetweenAnchors() {
    // The input, and what each of the three computes.
    assertEquals(
        4,
        marks(
            CONV
                + """
                %a = nn.conv2d %x, %w : tensor<1x2x2x1xf32>
                %b = nn.relu %a : tensor<1x2x2x1xf32>
                %y = nn.conv2d %b, %w :"""));
  }

  @Test
  void doesNotRoundWhatFloatOperationsTakeFromFloatOnes() {
    String text =
        annotated(
            """
            func.func @f(%x: tensor<1x2x2x1xf32>) -> (tensor<1x2x2x1xf32>, tensor<1x2x2x1xf32>) {
            """
                + CONV
                + """
                  %c = nn.conv2d %x, %w : tensor<1x2x2x1xf32>
                  %y = nn.div %x, %x : tensor<1x2x2x1xf32>
                  return %c, %y : tensor<1x2x2x1xf32>, tensor<1x2x2x1xf32>
                }
                """);
    assertEquals(1, count(text, "nn.div %arg0, %arg0"), text);
  }

  private static int marks(String body) {
    return count(
        annotated(
            "func.func @f(%x: tensor<1x2x2x1xf32>) -> tensor<1x2x2x1xf32> {\n"
                + body
                + " tensor<1x2x2x1xf32>\nreturn %y : tensor<1x2x2x1xf32>\n}\n"),
        "calib.observe");
  }

  private static String annotated(String text) {
    return AnnotatedPrograms.run(PASS, text).strip();
  }

  private static int count(String text, String part) {
    return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
  }
}
