package org.qopt.passes.shapeinference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassManager;
import org.qopt.pass.Pipeline;
import org.qopt.passes.Programs;

final class ShapeInferencePassTest {
  private static Operation infer(String text) {
    return infer(text, false);
  }

  private static Operation infer(String text, boolean requireStatic) {
    Operation module = Programs.parse(text);
    PassManager.of(Pipeline.of(new ShapeInferencePass(requireStatic)))
        .run(module, PassContext.of(Programs.DIALECTS, new Diagnostics()));
    return module;
  }

  @Test
  void dimensionsFollowFromArguments() {
    Operation module =
        infer(
            """
            func.func @f(%x: tensor<1x8x8x3xf32>, %w: tensor<4x3x3x3xf32>) -> tensor<?x?x?x?xf32> {
              %a = nn.conv2d %x, %w : tensor<?x?x?x?xf32>
              %b = nn.relu %a : tensor<*xf32>
              %c = nn.cast %b : tensor<*xi32>
              %d = nn.cast %c : tensor<?x?x?x?xf32>
              return %d : tensor<?x?x?x?xf32>
            }
            """,
            true);
    assertEquals(
        "(tensor<1x8x8x3xf32>, tensor<4x3x3x3xf32>) -> tensor<1x6x6x4xf32>",
        Programs.function(module).type().toString());
  }

  @Test
  void computedShapesAreKnown() {
    Operation module =
        infer(
            """
            func.func @f(%x: tensor<3x1x1x8xf32>) -> tensor<?x?xf32> {
              %s = nn.shape %x : tensor<4xi64>
              %n = nn.slice %s {ends = array<i64: 1>, starts = array<i64: 0>} : tensor<1xi64>
              %c = nn.constant {value = dense<-1> : tensor<1xi64>} : tensor<1xi64>
              %t = nn.concat %n, %c {axis = 0 : i64} : tensor<2xi64>
              %y = nn.dynamic_reshape %x, %t : tensor<?x?xf32>
              return %y : tensor<?x?xf32>
            }
            """);
    assertEquals(
        "(tensor<3x1x1x8xf32>) -> tensor<3x8xf32>", Programs.function(module).type().toString());
  }

  private static final String CALLS =
      """
      func.func @main(%%x: tensor<2x3xf32>, %%z: tensor<%s>) -> (tensor<?x?xf32>, tensor<?x?xf32>) {
        %%a = nn.relu %%x : tensor<?x?xf32>
        %%b = nn.relu %%z : tensor<?x?xf32>
        %%c = call @g(%%a) : (tensor<?x?xf32>) -> tensor<?x?xf32>
        %%d = call @g(%%b) : (tensor<?x?xf32>) -> tensor<?x?xf32>
        return %%c, %%d : tensor<?x?xf32>, tensor<?x?xf32>
      }
      func.func %s @g(%%x: tensor<?x?xf32>) -> tensor<?x?xf32> {
        %%y = nn.tanh %%x : tensor<?x?xf32>
        return %%y : tensor<?x?xf32>
      }
      """;

  @Test
  void privateFunctionTakesWhatItsCallsAgreeOn() {
    Operation module = infer(CALLS.formatted("2x3xf32", "private"), true);
    assertEquals(
        "(tensor<2x3xf32>, tensor<2x3xf32>) -> (tensor<2x3xf32>, tensor<2x3xf32>)",
        Programs.function(module).type().toString());
  }

  @Test
  void functionWithDifferentCallsStaysGeneral() {
    Operation module = infer(CALLS.formatted("4x5xf32", "private"));
    String text = Programs.print(module);
    assertTrue(text.contains("@g(%arg0: tensor<?x?xf32>)"), text);
    assertTrue(text.contains("nn.cast"), text);
    Programs.assertClose(
        Programs.run(Programs.parse(CALLS.formatted("4x5xf32", "private")), 1),
        Programs.run(module, 1),
        0);
  }

  @Test
  void publicFunctionStaysGeneral() {
    Operation module = infer(CALLS.formatted("2x3xf32", ""));
    assertTrue(Programs.print(module).contains("@g(%arg0: tensor<?x?xf32>)"));
  }

  @Test
  void inferringTwiceChangesNothing() {
    Operation once = infer(CALLS.formatted("4x5xf32", "private"));
    assertEquals(Programs.print(once), Programs.print(infer(Programs.print(once))));
  }

  @Test
  void contradictionIsAnError() {
    InvalidInputException failure =
        assertThrows(
            InvalidInputException.class,
            () ->
                infer(
                    """
                    func.func @f(%x: tensor<1x8xf32>, %w: tensor<4x9xf32>) -> tensor<?x4xf32> {
                      %a = nn.relu %x : tensor<?x?xf32>
                      %y = nn.fully_connected %a, %w : tensor<?x4xf32>
                      return %y : tensor<?x4xf32>
                    }
                    """));
    assertTrue(failure.getMessage().startsWith("'nn.fully_connected' op "), failure.getMessage());
  }

  @Test
  void unknownDimensionsAreAnErrorWhereTheyAreRequired() {
    InvalidInputException failure =
        assertThrows(
            InvalidInputException.class,
            () ->
                infer(
                    """
                    func.func @f(%x: tensor<?x8xf32>) -> tensor<?x8xf32> {
                      %y = nn.relu %x : tensor<?x8xf32>
                      return %y : tensor<?x8xf32>
                    }
                    """,
                    true));
    assertEquals("shape inference left 2 values with unknown dimensions", failure.getMessage());
    assertEquals(3, failure.diagnostics().getFirst().notes().size());
  }
}
