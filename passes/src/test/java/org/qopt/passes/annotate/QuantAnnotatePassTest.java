package org.qopt.passes.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.passes.AnnotatedPrograms;

class QuantAnnotatePassTest {
  private static final QuantAnnotatePass PASS = new QuantAnnotatePass("test");

  @Test
  void marksInputsWeightsBiasesAndResults() {
    assertAnnotated(
        """
        func.func @f(%x: tensor<1x2x2x1xf32>) -> tensor<1x2x2x1xf32> {
          %w = nn.constant {value = dense<0.5> : tensor<1x1x1x1xf32>} : tensor<1x1x1x1xf32>
          %b = nn.constant {value = dense<0.25> : tensor<1xf32>} : tensor<1xf32>
          %y = nn.conv2d %x, %w, %b : tensor<1x2x2x1xf32>
          return %y : tensor<1x2x2x1xf32>
        }
        """,
        """
        module attributes {calib.profile = "test"} {
          func.func @f(%arg0: tensor<1x2x2x1xf32>) -> tensor<1x2x2x1xf32> {
            %0 = calib.observe %arg0 {storage = !quant.any<i8:f32>} : tensor<1x2x2x1xf32>
            %cst = nn.constant {value = dense<0.5> : tensor<1x1x1x1xf32>} : tensor<1x1x1x1xf32>
            %1 = calib.weight %cst {axis = 0 : i64, storage = !quant.any<i8<-127:127>:f32>} : tensor<1x1x1x1xf32>
            %cst_0 = nn.constant {value = dense<0.25> : tensor<1xf32>} : tensor<1xf32>
            %2 = calib.bias %cst_0, %0, %1 {storage = !quant.any<i32:f32>} : tensor<1xf32>
            %3 = nn.conv2d %0, %1, %2 : tensor<1x2x2x1xf32>
            %4 = calib.observe %3 {storage = !quant.any<i8:f32>} : tensor<1x2x2x1xf32>
            return %4 : tensor<1x2x2x1xf32>
          }
        }
        """);
  }

  @Test
  void groupsWhatMustShareParameters() {
    assertAnnotated(
        """
        func.func @f(%x: tensor<2xf32>, %y: tensor<2xf32>) -> tensor<4x1xf32> {
          %c = nn.concat %x, %y {axis = 0 : i64} : tensor<4xf32>
          %r = nn.reshape %c {shape = array<i64: 4, 1>} : tensor<4x1xf32>
          return %r : tensor<4x1xf32>
        }
        """,
        """
        module attributes {calib.profile = "test"} {
          func.func @f(%arg0: tensor<2xf32>, %arg1: tensor<2xf32>) -> tensor<4x1xf32> {
            %0 = calib.observe %arg0 {group = 0 : i64, storage = !quant.any<i8:f32>} : tensor<2xf32>
            %1 = calib.observe %arg1 {group = 0 : i64, storage = !quant.any<i8:f32>} : tensor<2xf32>
            %2 = nn.concat %0, %1 {axis = 0 : i64} : tensor<4xf32>
            %3 = calib.observe %2 {group = 0 : i64, storage = !quant.any<i8:f32>} : tensor<4xf32>
            %4 = nn.reshape %3 {shape = array<i64: 4, 1>} : tensor<4x1xf32>
            %5 = calib.observe %4 {group = 0 : i64, storage = !quant.any<i8:f32>} : tensor<4x1xf32>
            return %5 : tensor<4x1xf32>
          }
        }
        """);
  }

  @Test
  void handsPrescribedParametersOnToWhatIsMadeOfTheValueAlone() {
    String text =
        AnnotatedPrograms.run(
            PASS,
            """
            func.func @f(%x: tensor<2xf32>) -> tensor<2x1xf32> {
              %s = nn.softmax %x : tensor<2xf32>
              %r = nn.reshape %s {shape = array<i64: 2, 1>} : tensor<2x1xf32>
              return %r : tensor<2x1xf32>
            }
            """);
    assertEquals(2, count(text, "storage = !quant.uniform<i8:f32, 0.00390625:-128>"), text);
    assertEquals(0, count(text, "group"), text);
  }

  @Test
  void keepsPrescribedParametersFromOtherOperands() {
    assertAnnotated(
        """
        func.func @f(%x: tensor<2xf32>) -> tensor<4xf32> {
          %s = nn.softmax %x : tensor<2xf32>
          %c = nn.concat %s, %x {axis = 0 : i64} : tensor<4xf32>
          return %c : tensor<4xf32>
        }
        """,
        """
        module attributes {calib.profile = "test"} {
          func.func @f(%arg0: tensor<2xf32>) -> tensor<4xf32> {
            %0 = calib.observe %arg0 {group = 0 : i64, storage = !quant.any<i8:f32>} : tensor<2xf32>
            %1 = nn.softmax %0 : tensor<2xf32>
            %2 = calib.observe %1 {storage = !quant.uniform<i8:f32, 0.00390625:-128>} : tensor<2xf32>
            %3 = calib.observe %2 {group = 0 : i64, storage = !quant.any<i8:f32>} : tensor<2xf32>
            %4 = nn.concat %3, %0 {axis = 0 : i64} : tensor<4xf32>
            %5 = calib.observe %4 {group = 0 : i64, storage = !quant.any<i8:f32>} : tensor<4xf32>
            return %5 : tensor<4xf32>
          }
        }
        """);
  }

  @Test
  void requantizesOperandsWithDifferentPrescribedParameters() {
    String text =
        AnnotatedPrograms.run(
            PASS,
            """
            func.func @f(%x: tensor<2xf32>) -> tensor<4xf32> {
              %s = nn.softmax %x : tensor<2xf32>
              %t = nn.tanh %x : tensor<2xf32>
              %c = nn.concat %s, %t {axis = 0 : i64} : tensor<4xf32>
              return %c : tensor<4xf32>
            }
            """);
    assertEquals(3, count(text, "group = 0"), text);
    assertEquals(6, count(text, "calib.observe"), text);
  }

  @Test
  void leavesAConcatOfEqualPrescribedParametersAlone() {
    String text =
        AnnotatedPrograms.run(
            PASS,
            """
            func.func @f(%x: tensor<2xf32>) -> tensor<4xf32> {
              %s = nn.softmax %x : tensor<2xf32>
              %c = nn.concat %s, %s {axis = 0 : i64} : tensor<4xf32>
              return %c : tensor<4xf32>
            }
            """);
    assertEquals(3, count(text, "calib.observe"), text);
    assertEquals(2, count(text, "quant.uniform"), text);
  }

  @Test
  void observesConstantsThatAreActivations() {
    String text =
        AnnotatedPrograms.run(
            PASS,
            """
            func.func @f(%x: tensor<2xf32>) -> tensor<2xf32> {
              %c = nn.constant {value = dense<[1.0, 2.0]> : tensor<2xf32>} : tensor<2xf32>
              %y = nn.add %x, %c : tensor<2xf32>
              return %y : tensor<2xf32>
            }
            """);
    assertTrue(text.contains("calib.observe %cst {storage"), text);
  }

  @Test
  void leavesOneConstantToBeWeightHereAndActivationThere() {
    String text =
        AnnotatedPrograms.run(
            PASS,
            """
            func.func @f(%x: tensor<1x1x1x1xf32>) -> tensor<1x1x1x1xf32> {
              %w = nn.constant {value = dense<0.5> : tensor<1x1x1x1xf32>} : tensor<1x1x1x1xf32>
              %y = nn.conv2d %x, %w : tensor<1x1x1x1xf32>
              %z = nn.add %y, %w : tensor<1x1x1x1xf32>
              return %z : tensor<1x1x1x1xf32>
            }
            """);
    assertEquals(1, count(text, "calib.weight %cst "), text);
    assertEquals(1, count(text, "calib.observe %cst "), text);
  }

  @Test
  void takesTheRangeOfAFakeQuantization() {
    assertAnnotated(
        """
        func.func @f(%x: tensor<2xf32>) -> tensor<2xf32> {
          %q = calib.fake_quant %x {max = 1.55 : f32, min = -1.0 : f32, storage = !quant.any<i8:f32>} : tensor<2xf32>
          %y = nn.relu %q : tensor<2xf32>
          return %y : tensor<2xf32>
        }
        """,
        """
        module attributes {calib.profile = "test"} {
          func.func @f(%arg0: tensor<2xf32>) -> tensor<2xf32> {
            %0 = calib.observe %arg0 {storage = !quant.uniform<i8:f32, 0.01:-28>} : tensor<2xf32>
            %1 = nn.relu %0 : tensor<2xf32>
            %2 = calib.observe %1 {storage = !quant.uniform<i8:f32, 0.0060784314:-128>} : tensor<2xf32>
            return %2 : tensor<2xf32>
          }
        }
        """);
  }

  @Test
  void leavesIntegersAlone() {
    String text =
        AnnotatedPrograms.run(
            PASS,
            """
            func.func @f(%x: tensor<2xf32>, %i: tensor<2xi64>) -> (tensor<1xi64>, tensor<2xi64>) {
              %s = nn.shape %x : tensor<1xi64>
              return %s, %i : tensor<1xi64>, tensor<2xi64>
            }
            """);
    assertEquals(1, count(text, "calib.observe"), text);
  }

  @Test
  void isANoOpTheSecondTime() {
    String once =
        AnnotatedPrograms.run(
            PASS,
            """
            func.func @f(%x: tensor<2xf32>) -> tensor<2xf32> {
              %y = nn.relu %x : tensor<2xf32>
              return %y : tensor<2xf32>
            }
            """);
    assertEquals(once, AnnotatedPrograms.run(PASS, once));
  }

  @Test
  void refusesAProgramAnnotatedForAnotherProfile() {
    assertRefused(
        "module attributes {calib.profile = \"other\"} {}",
        "the program was annotated for profile \"other\", it cannot be annotated for \"test\"");
  }

  @Test
  void refusesAnUnknownProfile() {
    Diagnostic error =
        AnnotatedPrograms.refusal(new QuantAnnotatePass("none"), "module {}").getFirst();
    assertEquals("no profile is named \"none\"; known are: islands, other, test", error.message());
  }

  @Test
  void refusesWhatTheTargetDoesNotHave() {
    Diagnostic error =
        assertRefused(
            """
            func.func @f(%x: tensor<2xf32>) -> tensor<2xf32> {
              %y = nn.div %x, %x : tensor<2xf32>
              return %y : tensor<2xf32>
            }
            """,
            "'nn.div' op has no int8 form on test: the target has no such operation");
    assertEquals(
        "nearest legal form: nn.mul by the reciprocal", error.notes().getFirst().message());
  }

  @Test
  void refusesAnotherAxisThanTheLast() {
    Diagnostic error =
        assertRefused(
            """
            func.func @f(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
              %y = nn.softmax %x {axis = 0 : i64} : tensor<2x3xf32>
              return %y : tensor<2x3xf32>
            }
            """,
            "'nn.softmax' op has no int8 form on test: 'axis' must be the last axis, but got 0 of a"
                + " tensor of 2 dimensions");
    assertEquals("nearest legal form: nn.transpose", error.notes().getFirst().message());
  }

  @Test
  void refusesAFilterThatIsComputed() {
    assertRefused(
        """
        func.func @f(%x: tensor<1x1x1x1xf32>) -> tensor<1x1x1x1xf32> {
          %y = nn.conv2d %x, %x : tensor<1x1x1x1xf32>
          return %y : tensor<1x1x1x1xf32>
        }
        """,
        "'nn.conv2d' op has no int8 form on test: the filter must be a constant, but got a value of"
            + " type tensor<1x1x1x1xf32>");
  }

  @Test
  void refusesSumsThatMayOverflow() {
    assertRefused(
        """
        func.func @f(%x: tensor<1x1x1x101xf32>) -> tensor<1x1x1x1xf32> {
          %w = nn.constant {value = dense<0.5> : tensor<1x1x1x101xf32>} : tensor<1x1x1x101xf32>
          %y = nn.conv2d %x, %w : tensor<1x1x1x1xf32>
          return %y : tensor<1x1x1x1xf32>
        }
        """,
        "'nn.conv2d' op has no int8 form on test: a sum may have at most 100 products, so that 32"
            + " bits hold it, but got 101");
  }

  @Test
  void refusesUnknownDimensions() {
    assertRefused(
        """
        func.func @f(%x: tensor<?xf32>) -> tensor<?xf32> {
          %y = nn.relu %x : tensor<?xf32>
          return %y : tensor<?xf32>
        }
        """,
        "'nn.relu' op has no int8 form on test: every dimension must be known, but got"
            + " tensor<?xf32>");
  }

  @Test
  void refusesOtherFloats() {
    assertRefused(
        """
        func.func @f(%x: tensor<2xf16>) -> tensor<2xf16> {
          %y = nn.relu %x : tensor<2xf16>
          return %y : tensor<2xf16>
        }
        """,
        "'nn.relu' op has no int8 form on test: floats must be f32, but got tensor<2xf16>");
  }

  private static Diagnostic assertRefused(String text, String message) {
    List<Diagnostic> errors = AnnotatedPrograms.refusal(PASS, text);
    assertEquals(List.of(message), errors.stream().map(Diagnostic::message).toList());
    return errors.getFirst();
  }

  private static void assertAnnotated(String text, String expected) {
    assertEquals(expected.strip(), AnnotatedPrograms.run(PASS, text).strip());
  }

  private static int count(String text, String part) {
    return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
  }
}
