package org.qopt.parser.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.qopt.parser.model.Programs.assertBody;
import static org.qopt.parser.model.Programs.assertValid;
import static org.qopt.parser.model.Programs.fault;
import static org.qopt.parser.onnx.OnnxModelBuilder.integer;
import static org.qopt.parser.onnx.OnnxModelBuilder.integers;
import static org.qopt.parser.onnx.OnnxModelBuilder.string;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qopt.dialect.builtin.ModuleOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.nn.Conv2dTransposeOp;
import org.qopt.ir.Operation;

/** {@code ConvTranspose} of ONNX models. */
class OnnxTransposedConvolutionTest {
  private static final String NODE = "node \"y\" (ConvTranspose, #0): ";

  private final OnnxModelBuilder model = new OnnxModelBuilder(13);

  private static Conv2dTransposeOp operation(Operation module) {
    assertValid(module);
    FuncOp main = new FuncOp(new ModuleOp(module).opsOf(FuncOp.DEF).getFirst());
    return main.entry().operations().stream()
        .filter(operation -> operation.is(Conv2dTransposeOp.DEF))
        .map(Conv2dTransposeOp::new)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void filtersArePermuted() {
    model
        .input("x", 1, 2, 2, 2)
        .floats("w", new float[] {1, 2, 3, 4}, 2, 1, 2, 1)
        .weights("b", 1)
        .node(
            "ConvTranspose",
            "x w b",
            "y",
            integers("pads", 1L, 0L, 0L, 0L),
            integers("output_padding", 0L, 1L),
            integers("strides", 2L, 2L));
    assertBody(
        """
        func.func @main(%arg0: tensor<1x2x2x2xf32>) -> tensor<1x1x3x4xf32> {
        %0 = nn.transpose %arg0 {permutation = array<i64: 0, 2, 3, 1>} : tensor<1x2x2x2xf32>
        %cst = nn.constant {value = dense<[[[[1.0, 3.0]], [[2.0, 4.0]]]]> : tensor<1x2x1x2xf32>} : tensor<1x2x1x2xf32>
        %cst_0 = nn.constant {value = dense<[0.5]> : tensor<1xf32>} : tensor<1xf32>
        %1 = nn.conv2d_transpose %0, %cst, %cst_0 {output_padding = array<i64: 0, 1>, padding = array<i64: 1, 0, 0, 0>, strides = array<i64: 2, 2>} : tensor<1x3x4x1xf32>
        %2 = nn.reshape %1 {shape = array<i64: 1, 1, 3, 4>} : tensor<1x1x3x4xf32>
        return %2 : tensor<1x1x3x4xf32>
        """,
        model.read("y"));
  }

  @Test
  void filtersOfGroupsArePermutedEachByItself() {
    model
        .input("x", 1, 2, 1, 1)
        .floats("w", new float[] {1, 2, 3, 4}, 2, 2, 1, 1)
        .node("ConvTranspose", "x w", "y", integer("group", 2));
    Conv2dTransposeOp operation = operation(model.read("y"));
    assertEquals(2, operation.groups());
    assertEquals("tensor<4x1x1x1xf32>", operation.filter().type().toString());
  }

  // The window of 3 over steps of 2 covers 1 more than 2 for each pixel.
  @ParameterizedTest
  @CsvSource({
    "SAME_UPPER, 0, 1",
    "SAME_LOWER, 1, 0",
    "VALID, 0, 0",
  })
  void automaticPaddingIsThatOfTheRuntime(String mode, int top, int bottom) {
    model
        .input("x", 1, 1, 3, 3)
        .weights("w", 1, 1, 3, 3)
        .node("ConvTranspose", "x w", "y", string("auto_pad", mode), integers("strides", 2L, 2L));
    var padding = operation(model.read("y")).padding();
    assertEquals(top, padding.top());
    assertEquals(bottom, padding.bottom());
    assertEquals(top, padding.left());
    assertEquals(bottom, padding.right());
  }

  @Test
  void statedSizeIsCutOrAdded() {
    model
        .input("x", 1, 1, 3, 3)
        .weights("w", 1, 1, 3, 3)
        .node(
            "ConvTranspose",
            "x w",
            "y",
            integers("output_shape", 4L, 8L),
            integers("strides", 2L, 2L));
    Conv2dTransposeOp operation = operation(model.read("y"));
    assertEquals("array<i64: 2, 1, 0, 0>", operation.padding().attribute().toString());
    assertEquals("array<i64: 0, 1>", operation.outputPadding().attribute().toString());
    assertEquals("tensor<1x4x8x1xf32>", operation.operation().result().type().toString());
  }

  @Test
  void sizeOfOtherWindowsIsRefused() {
    model
        .input("x", 1, 1, 3, 3)
        .weights("w", 1, 1, 3, 3)
        .node("ConvTranspose", "x w", "y", integers("output_shape", 5L, 7L));
    assertEquals(
        NODE + "output_shape [5, 7] is not what these windows make of [1x1x3x3]",
        fault(() -> model.read("y")));
  }

  @Test
  void groupsThatDoNotDivideAreRefused() {
    model
        .input("x", 1, 3, 3, 3)
        .weights("w", 3, 1, 3, 3)
        .node("ConvTranspose", "x w", "y", integer("group", 2));
    assertEquals(
        NODE + "group divides the filter's 3 input channels, but got 2",
        fault(() -> model.read("y")));
  }
}
