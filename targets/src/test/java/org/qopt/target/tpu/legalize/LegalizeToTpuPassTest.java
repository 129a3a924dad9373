package org.qopt.target.tpu.legalize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.verify.Verifier;
import org.qopt.target.Programs;

class LegalizeToTpuPassTest {
  private static final String X = "!quant.uniform<i8:f32, 0.5:-3>";
  private static final String Y = "!quant.uniform<i8:f32, 0.25:4>";

  /** Operations on one 1x4x4x2 tensor: what they become, and the type of what they give. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nn.relu %a                                                         | tpu.clamp      | Y | 1x4x4x2
          nn.relu6 %a                                                        | tpu.clamp      | Y | 1x4x4x2
          nn.clamp %a {min = -1.0 : f32, max = 2.0 : f32}                    | tpu.clamp      | Y | 1x4x4x2
          nn.hard_swish %a                                                   | tpu.hard_swish | X | 1x4x4x2
          nn.mean %a {axes = array<i64: 1, 2>}                               | tpu.mean       | Y | 1x2
          nn.sigmoid %a                                                      | tpu.lookup     | !quant.uniform<i8:f32, 0.00390625:-128> | 1x4x4x2
          nn.tanh %a                                                         | tpu.lookup     | !quant.uniform<i8:f32, 0.0078125> | 1x4x4x2
          nn.softmax %a                                                      | tpu.softmax    | !quant.uniform<i8:f32, 0.00390625:-128> | 1x4x4x2
          nn.add %a, %a                                                      | tpu.add        | Y | 1x4x4x2
          nn.sub %a, %a                                                      | tpu.sub        | Y | 1x4x4x2
          nn.mul %a, %a                                                      | tpu.mul        | Y | 1x4x4x2
          nn.avg_pool2d %a {kernel = array<i64: 2, 2>}                       | tpu.avg_pool2d | X | 1x3x3x2
          nn.max_pool2d %a {kernel = array<i64: 2, 2>}                       | tpu.max_pool2d | X | 1x3x3x2
          nn.reshape %a {shape = array<i64: 4, 8>}                           | tpu.reshape    | X | 4x8
          nn.transpose %a {permutation = array<i64: 0, 3, 1, 2>}             | tpu.transpose  | X | 1x2x4x4
          nn.concat %a, %a {axis = 3 : i64}                                  | tpu.concat     | X | 1x4x4x4
          nn.slice %a {starts = array<i64: 0, 1>, ends = array<i64: 1, 3>}   | tpu.slice      | X | 1x2x4x2
          nn.pad %a {padding = array<i64: 0, 0, 1, 1, 0, 0, 0, 0>}           | tpu.pad        | X | 1x6x4x2
          """)
  void firesBetweenCasts(String operation, String target, String element, String dims) {
    String type = element.equals("X") ? X : element.equals("Y") ? Y : element;
    Operation module = Programs.read(between(operation, "tensor<" + dims + "x" + type + ">"));
    legalize(module);
    String text = Programs.text(module);
    assertTrue(text.contains(target + " %arg0"), text);
    assertFalse(text.contains("nn.") || text.contains("quant.qcast"), text);
    assertValid(module);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nn.softmax %a {axis = 1 : i64} | !quant.uniform<i8:f32, 0.00390625:-128> | 'axis' must be the last axis, but got 1 of a tensor of 4 dimensions
          nn.softmax %a                  | !quant.uniform<i8:f32, 0.5:-3> | the result must have elements of !quant.uniform<i8:f32, 0.00390625:-128>, but got !quant.uniform<i8:f32, 0.5:-3>
          nn.hard_sigmoid %a {alpha = -0.2 : f32, beta = 0.5 : f32} | !quant.uniform<i8:f32, 0.003921569:-128> | 'alpha' must be positive, but got -0.2 : f32
          nn.hard_sigmoid %a {alpha = 0.2 : f32, beta = 0.5 : f32} | !quant.uniform<i8:f32, 0.1:-128> | the result must be stored from 0 to 1, but got !quant.uniform<i8:f32, 0.1:-128>
          nn.max_pool2d %a {kernel = array<i64: 1, 1>} | !quant.uniform<i8:f32, 0.25:4> | operands and result must have one scale and zero point, but got !quant.uniform<i8:f32, 0.5:-3> and !quant.uniform<i8:f32, 0.25:4>
          nn.hard_swish %a | !quant.uniform<i8:f32, 1.0E-4:4> | hard swish needs an output scale of 1/128 to 512 times the input's
          """)
  void doesNotFireOnWhatHasNoForm(String operation, String element, String reason) {
    String text = between(operation, "tensor<1x4x4x2x" + element + ">");
    String name = operation.substring(0, operation.indexOf(' '));
    assertEquals(
        "'%s' op cannot be legalized for tpu: %s".formatted(name, reason), refusal(text).message());
  }

  @Test
  void doesNotFireWithoutADequantizedOperand() {
    Diagnostic error =
        refusal(
            """
            func.func @f(%x: tensor<4xf32>) -> tensor<4x!quant.uniform<i8:f32, 0.25:4>> {
              %b = nn.relu %x : tensor<4xf32>
              %q = quant.qcast %b : tensor<4x!quant.uniform<i8:f32, 0.25:4>>
              return %q : tensor<4x!quant.uniform<i8:f32, 0.25:4>>
            }
            """);
    assertEquals(
        "'nn.relu' op cannot be legalized for tpu: operand #0 must come from 'quant.dcast', but got a"
            + " value of type tensor<4xf32>",
        error.message());
  }

  @Test
  void doesNotFireWithoutAQuantizedResult() {
    Diagnostic error =
        refusal(
            """
            func.func @f(%x: tensor<4x!quant.uniform<i8:f32, 0.5:-3>>) -> tensor<4xf32> {
              %a = quant.dcast %x : tensor<4xf32>
              %b = nn.relu %a : tensor<4xf32>
              return %b : tensor<4xf32>
            }
            """);
    assertTrue(
        error
            .message()
            .endsWith("the result must go to one 'quant.qcast', but goes to" + " 'func.return'"),
        error.message());
  }

  @Test
  void makesConvolutionsOfIntegers() {
    String text =
        legalized(
            """
            func.func @f(%x: tensor<1x2x2x1xf32>) -> tensor<1x2x2x2xf32> {
              %q = quant.qcast %x : tensor<1x2x2x1x!quant.uniform<i8:f32, 0.5:-3>>
              %a = quant.dcast %q : tensor<1x2x2x1xf32>
              %v = nn.constant {value = dense<64> : tensor<2x1x1x1xi8>} : tensor<2x1x1x1x!quant.uniform<i8<-127:127>:f32:0, {0.25, 0.5}>>
              %w = quant.dcast %v : tensor<2x1x1x1xf32>
              %c = nn.constant {value = dense<7> : tensor<2xi32>} : tensor<2x!quant.uniform<i32:f32:0, {0.125, 0.25}>>
              %b = quant.dcast %c : tensor<2xf32>
              %y = nn.conv2d %a, %w, %b {activation = "relu6"} : tensor<1x2x2x2xf32>
              %r = quant.qcast %y : tensor<1x2x2x2x!quant.uniform<i8:f32, 0.25:-100>>
              %s = quant.dcast %r : tensor<1x2x2x2xf32>
              return %s : tensor<1x2x2x2xf32>
            }
            """);
    assertTrue(
        text.contains(
            "tpu.conv2d %arg0, %cst, %cst_0 {activation = \"relu6\", clamp = array<i8: -100, -76>, multiplier ="
                + " array<i64: 1073741824, 1073741824>, rounding = \"double\", shift = array<i32: 0,"
                + " 1>} : tensor<1x2x2x2x!quant.uniform<i8:f32, 0.25:-100>>"),
        text);
    assertTrue(
        text.contains(
            "func.func @f(%arg0: tensor<1x2x2x1x!quant.uniform<i8:f32, 0.5:-3>>) ->"
                + " tensor<1x2x2x2x!quant.uniform<i8:f32, 0.25:-100>>"),
        text);
  }

  @Test
  void decomposesHardSigmoid() {
    String text =
        legalized(
            between(
                "nn.hard_sigmoid %a {alpha = 0.2 : f32, beta = 0.5 : f32}",
                "tensor<1x4x4x2x!quant.uniform<i8:f32, 0.003921569:-128>>"));
    // The product is a reinterpretation: its multiplier is 1.
    assertTrue(
        text.contains(
            "tpu.mul %arg0, %cst {multiplier = 1073741824 : i32, rounding = \"double\", shift = 1 :"
                + " i32} : tensor<1x4x4x2x!quant.uniform<i8:f32, 0.1:-3>>"),
        text);
    assertTrue(text.contains("tpu.add"), text);
  }

  @Test
  void rescalesAChangeOfParametersAndDropsNone() {
    String changed =
        legalized(
            """
            func.func @f(%x: tensor<4x!quant.uniform<i8:f32, 0.5:-3>>) -> tensor<4x!quant.uniform<i8:f32, 0.25:4>> {
              %a = quant.dcast %x : tensor<4xf32>
              %q = quant.qcast %a : tensor<4x!quant.uniform<i8:f32, 0.25:4>>
              return %q : tensor<4x!quant.uniform<i8:f32, 0.25:4>>
            }
            """);
    assertTrue(changed.contains("tpu.rescale"), changed);
    String same =
        legalized(
            """
            func.func @f(%x: tensor<4x!quant.uniform<i8:f32, 0.5:-3>>) -> tensor<4x!quant.uniform<i8:f32, 0.5:-3>> {
              %a = quant.dcast %x : tensor<4xf32>
              %q = quant.qcast %a : tensor<4x!quant.uniform<i8:f32, 0.5:-3>>
              return %q : tensor<4x!quant.uniform<i8:f32, 0.5:-3>>
            }
            """);
    assertTrue(same.contains("return %arg0"), same);
  }

  @Test
  void leavesALegalProgramAlone() {
    String once = legalized(between("nn.relu %a", "tensor<1x4x4x2x" + Y + ">"));
    assertEquals(once, legalized(once));
  }

  @Test
  void refusesAProgramAnnotatedForAnotherTarget() {
    Diagnostic error = refusal("module attributes {calib.profile = \"cpu\"} {}");
    assertEquals(
        "the program was annotated for profile \"cpu\", it cannot be legalized for \"tpu\" or \"tpu-16x8\"",
        error.message());
  }

  private static String between(String operation, String type) {
    String real = type.replaceAll("!quant.*", "f32>");
    return """
    func.func @f(%%x: tensor<1x4x4x2x%s>) -> %s {
      %%a = quant.dcast %%x : tensor<1x4x4x2xf32>
      %%b = %s : %s
      %%q = quant.qcast %%b : %s
      return %%q : %s
    }
    """
        .formatted(X, type, operation, real, type, type);
  }

  private static void legalize(Operation module) {
    Programs.run(new LegalizeToTpuPass(), module, Optional.empty());
  }

  private static String legalized(String text) {
    Operation module = Programs.read(text);
    legalize(module);
    assertValid(module);
    return Programs.text(module);
  }

  private static Diagnostic refusal(String text) {
    Operation module = Programs.read(text);
    return assertThrows(InvalidInputException.class, () -> legalize(module))
        .diagnostics()
        .getFirst();
  }

  private static void assertValid(Operation module) {
    Diagnostics diagnostics = new Diagnostics();
    Verifier.verify(module, diagnostics);
    assertEquals("[]", diagnostics.all().toString());
  }
}
