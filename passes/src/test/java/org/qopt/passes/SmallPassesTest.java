package org.qopt.passes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qopt.dialect.builtin.ModuleOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassManager;
import org.qopt.pass.PassRegistry;
import org.qopt.pass.Pipeline;

final class SmallPassesTest {
  private static final PassRegistry REGISTRY = PassRegistry.of(new StandardPasses().passes());

  private static Operation run(String pipeline, String text) {
    Operation module = Programs.parse(text);
    PassManager.of(Pipeline.parse(pipeline, REGISTRY))
        .run(module, PassContext.of(Programs.DIALECTS, new Diagnostics()));
    return module;
  }

  private static final String TWICE =
      """
      func.func @f(%x: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
        %a = nn.relu %x : tensor<4xf32> loc("a")
        %b = nn.relu %x : tensor<4xf32> loc("b")
        %c = nn.add %a, %b : tensor<4xf32> loc("c")
        %d = nn.clamp %c {max = 1.0 : f32, min = 0.0 : f32} : tensor<4xf32> loc("d")
        %e = nn.clamp %c {max = 2.0 : f32, min = 0.0 : f32} : tensor<4xf32> loc("e")
        return %d, %e : tensor<4xf32>, tensor<4xf32>
      }
      """;

  @Test
  void cseKeepsTheFirstOfEqualsAndAllThatDiffer() {
    Operation module = run("cse", TWICE);
    assertEquals(List.of("nn.relu", "nn.add", "nn.clamp", "nn.clamp"), Programs.ops(module));
    Operation relu = Programs.function(module).entry().first().orElseThrow();
    assertEquals("fused[\"a\", \"b\"]", relu.location().toString());
  }

  @Test
  void cseMergesConstantsByTheirElements() {
    Operation module =
        run(
            "cse",
            """
            func.func @f(%x: tensor<2xf32>) -> tensor<2xf32> {
              %a = nn.constant {value = dense<[1.0, 2.0]> : tensor<2xf32>} : tensor<2xf32>
              %b = nn.constant {value = dense<[1.0, 2.0]> : tensor<2xf32>} : tensor<2xf32>
              %c = nn.constant {value = dense<[1.0, 3.0]> : tensor<2xf32>} : tensor<2xf32>
              %d = nn.add %x, %a : tensor<2xf32>
              %e = nn.mul %d, %b : tensor<2xf32>
              %f = nn.div %e, %c : tensor<2xf32>
              return %f : tensor<2xf32>
            }
            """);
    assertEquals(
        2, Programs.ops(module).stream().filter(name -> name.equals("nn.constant")).count());
  }

  @Test
  void cseDoesNotMergeCalls() {
    Operation module =
        run(
            "cse",
            """
            func.func @f(%x: tensor<2xf32>) -> (tensor<2xf32>, tensor<2xf32>) {
              %a = call @g(%x) : (tensor<2xf32>) -> tensor<2xf32>
              %b = call @g(%x) : (tensor<2xf32>) -> tensor<2xf32>
              return %a, %b : tensor<2xf32>, tensor<2xf32>
            }
            func.func private @g(tensor<2xf32>) -> tensor<2xf32>
            """);
    assertEquals(List.of("func.call", "func.call"), Programs.ops(module));
  }

  @Test
  void symbolDceKeepsWhatIsReached() {
    Operation module =
        run(
            "symbol-dce",
            """
            func.func @main(%x: tensor<2xf32>) -> tensor<2xf32> {
              %a = call @used(%x) : (tensor<2xf32>) -> tensor<2xf32>
              return %a : tensor<2xf32>
            }
            func.func private @used(%x: tensor<2xf32>) -> tensor<2xf32> {
              %a = call @deep(%x) : (tensor<2xf32>) -> tensor<2xf32>
              return %a : tensor<2xf32>
            }
            func.func private @deep(%x: tensor<2xf32>) -> tensor<2xf32> {
              return %x : tensor<2xf32>
            }
            func.func private @ping(%x: tensor<2xf32>) -> tensor<2xf32> {
              %a = call @pong(%x) : (tensor<2xf32>) -> tensor<2xf32>
              return %a : tensor<2xf32>
            }
            func.func private @pong(%x: tensor<2xf32>) -> tensor<2xf32> {
              %a = call @ping(%x) : (tensor<2xf32>) -> tensor<2xf32>
              return %a : tensor<2xf32>
            }
            func.func @public(%x: tensor<2xf32>) -> tensor<2xf32> {
              return %x : tensor<2xf32>
            }
            """);
    assertEquals(
        List.of("main", "used", "deep", "public"),
        new ModuleOp(module).opsOf(FuncOp.DEF).stream().map(op -> new FuncOp(op).name()).toList());
  }

  @Test
  void stripDebuginfoForgetsNames() {
    String text = Programs.printWithLocations(run("strip-debuginfo", TWICE));
    assertFalse(text.contains("loc(\""), text);
    assertTrue(text.contains("loc(unknown)"), text);
  }

  @Test
  void printOpStatsCounts() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PassContext context =
        PassContext.of(Programs.DIALECTS, new Diagnostics())
            .with(PrintStream.class, new PrintStream(bytes, true));
    PassManager.of(Pipeline.parse("print-op-stats", REGISTRY)).run(Programs.parse(TWICE), context);
    assertEquals(
        """
        Operations encountered:
        -----------------------
          builtin.module , 1
             func.func   , 1
             func.return , 1
               nn.add    , 1
               nn.clamp  , 2
               nn.relu   , 2
        """,
        bytes.toString());
  }

  @Test
  void canonicalizeComputesWhatIsConstantAndConverges() {
    Operation module =
        run(
            "canonicalize{test-convergence=true}",
            """
            func.func @f(%x: tensor<1x2x2x1xf32>) -> tensor<1x2x2x2xf32> {
              %w = nn.constant {value = dense<[[[[1.0]], [[2.0]]]]> : tensor<1x2x1x1xf32>}
                  : tensor<1x2x1x1xf32>
              %t = nn.transpose %w {permutation = array<i64: 1, 0, 2, 3>} : tensor<2x1x1x1xf32>
              %a = nn.conv2d %x, %t : tensor<1x2x2x2xf32>
              %s = nn.constant {value = dense<[2.0, 4.0]> : tensor<2xf32>} : tensor<2xf32>
              %b = nn.batch_norm %a, %s, %s, %s, %s {epsilon = 0.0 : f32} : tensor<1x2x2x2xf32>
              %y = nn.relu %b : tensor<1x2x2x2xf32>
              return %y : tensor<1x2x2x2xf32>
            }
            """);
    assertEquals(List.of("nn.constant", "nn.constant", "nn.conv2d"), Programs.ops(module));
  }

  @Test
  void canonicalizeSaysWhenItDidNotConverge() {
    InvalidInputException failure =
        assertThrows(
            InvalidInputException.class,
            () ->
                run(
                    "canonicalize{max-iterations=1 test-convergence=true}",
                    """
                    func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
                      %a = nn.relu %x : tensor<4xf32>
                      %y = nn.relu %a : tensor<4xf32>
                      return %y : tensor<4xf32>
                    }
                    """));
    assertEquals(
        "canonicalize did not converge in 1 iterations; applied most often: MergeBounds (1)",
        failure.getMessage());
  }

  @Test
  void canonicalizeRefusesNumbersBelowNoLimit() {
    assertThrows(
        org.qopt.pass.PipelineSyntaxException.class,
        () -> REGISTRY.create("canonicalize", "max-iterations=-2"));
  }

  @Test
  void canonicalizeRefusesUnknownPatterns() {
    org.qopt.pass.PipelineSyntaxException refusal =
        assertThrows(
            org.qopt.pass.PipelineSyntaxException.class,
            () -> REGISTRY.create("canonicalize", "disable-patterns=MergeBounds,MergeBound"));
    assertEquals(
        "pass 'canonicalize': there is no pattern 'MergeBound'; did you mean 'MergeBounds'?",
        refusal.getMessage());
  }
}
