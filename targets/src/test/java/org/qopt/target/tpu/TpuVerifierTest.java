package org.qopt.target.tpu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.target.Programs;

class TpuVerifierTest {
  private static final String LEGAL =
      """
      func.func @f(%x: tensor<4x!quant.uniform<i8:f32, 0.5:-3>>) -> tensor<2x2x!quant.uniform<i8:f32, 0.5:-3>> {
        %y = tpu.reshape %x {shape = array<i64: 2, 2>} : tensor<2x2x!quant.uniform<i8:f32, 0.5:-3>>
        return %y : tensor<2x2x!quant.uniform<i8:f32, 0.5:-3>>
      }
      """;

  @Test
  void acceptsAProgramOfIntegers() {
    assertEquals(List.of(), faults(LEGAL));
  }

  @Test
  void refusesFloatArguments() {
    assertEquals(
        List.of(
            "'func.func' op is not legal on tpu: expected integers or quantized elements, but got a"
                + " value of type tensor<4xf32>"),
        faults("func.func @f(%x: tensor<4xf32>) {\n  return\n}"));
  }

  @Test
  void refusesFloatSignaturesOfDeclarations() {
    assertEquals(
        List.of(
            "'func.func' op is not legal on tpu: expected attributes without floats, but got"
                + " 'function_type' = (f32) -> ()"),
        faults("func.func private @f(f32)"));
  }

  @Test
  void refusesOtherOperations() {
    assertEquals(
        List.of(
            "'nn.reshape' op is not legal on tpu: expected an operation of the dialect tpu or a"
                + " constant"),
        faults(LEGAL.replace("tpu.reshape", "nn.reshape")));
  }

  @Test
  void refusesFloatConstants() {
    assertEquals(
        List.of(
            "'nn.constant' op is not legal on tpu: expected integers or quantized elements, but got a"
                + " value of type tensor<2xf32>"),
        faults(
            """
            func.func @f() {
              %c = nn.constant {value = dense<1.0> : tensor<2xf32>} : tensor<2xf32>
              return
            }
            """));
  }

  @Test
  void refusesFloatAttributes() {
    assertEquals(
        List.of(
            "'tpu.reshape' op is not legal on tpu: expected attributes without floats, but got 'tag' ="
                + " [{deep = 0.5 : f32}]"),
        faults(LEGAL.replace("{shape", "{tag = [{deep = 0.5 : f32}], shape")));
  }

  @Test
  void refusesUndecidedParameters() {
    assertEquals(1, faults("func.func @f(%x: tensor<4x!quant.any<i8:f32>>) {\n  return\n}").size());
  }

  @Test
  void refusesUnknownDimensions() {
    assertEquals(1, faults("func.func @f(%x: tensor<?xi8>) {\n  return\n}").size());
  }

  private static List<String> faults(String text) {
    Diagnostics diagnostics = new Diagnostics();
    TpuVerifier.verify(Programs.read(text), diagnostics);
    return diagnostics.all().stream().map(Diagnostic::message).toList();
  }
}
