package org.qopt.rewrite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.qopt.dialect.nn.Relu6Op;
import org.qopt.dialect.nn.ReluOp;
import org.qopt.dialect.nn.TanhOp;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.op.OpDef;
import org.qopt.passes.Programs;

final class GreedyRewriterTest {
  private static final ConstantFolder FOLD_NN =
      new ConstantFolder(op -> op.dialect().equals("nn"), 100);

  record Scripted(
      String name,
      List<OpDef> roots,
      int benefit,
      BiFunction<Operation, Rewriter, PatternResult> script)
      implements RewritePattern {
    @Override
    public PatternResult apply(Operation root, Rewriter rewriter) {
      return script.apply(root, rewriter);
    }
  }

  private static RewritePattern turning(OpDef from, OpDef to) {
    return new Scripted(
        from.mnemonic() + "-to-" + to.mnemonic(),
        List.of(from),
        1,
        (root, rewriter) -> {
          Operation made =
              rewriter.builder().create(to, root.location(), root.operands(), root.attributes());
          rewriter.replace(root, made);
          return PatternResult.REWRITTEN;
        });
  }

  private static Operation unary(String op) {
    return Programs.parse(
        """
        func.func @f(%%x: tensor<4xf32>) -> tensor<4xf32> {
          %%y = %s %%x : tensor<4xf32> loc("y")
          return %%y : tensor<4xf32>
        }
        """
            .formatted(op));
  }

  @Test
  void patternsThatUndoEachOtherAreNamed() {
    Operation module = unary("nn.relu");
    RewriteOutcome outcome =
        GreedyRewriter.of(
                PatternSet.of(turning(ReluOp.DEF, Relu6Op.DEF), turning(Relu6Op.DEF, ReluOp.DEF)))
            .rewrite(module);
    assertFalse(outcome.converged());
    assertTrue(outcome.topPatterns().matches("relu6?-to-relu6? \\(\\d+\\), relu6?-to-relu6? .*"));
    Diagnostic failure = outcome.failure("undo", module).orElseThrow();
    assertTrue(failure.message().matches("undo does not end: .*; applied most often: relu.*"));
    assertTrue(failure.notes().getFirst().message().matches("rewritten last: 'nn.relu6?' op"));
    assertEquals("\"y\"", failure.notes().getFirst().location().toString());
    Programs.assertValid(module);
  }

  @Test
  void growthWithoutEndIsStopped() {
    RewritePattern grow =
        new Scripted(
            "grow",
            List.of(ReluOp.DEF),
            1,
            (root, rewriter) -> {
              Operation before =
                  ReluOp.create(rewriter.builder(), root.location(), root.operand(0)).operation();
              rewriter.modify(root, () -> root.setOperand(0, before.result()));
              return PatternResult.REWRITTEN;
            });
    RewriteOutcome outcome =
        GreedyRewriter.of(PatternSet.of(grow))
            .withOptions(GreedyOptions.DEFAULT.withMaxIterations(3))
            .rewrite(unary("nn.relu"));
    assertFalse(outcome.converged());
    assertEquals(RewriteOutcome.Ending.LOOP, outcome.ending());
    assertEquals("grow", outcome.applied().firstKey());
  }

  @Test
  void chainOfRewritesConverges() {
    Operation module = unary("nn.tanh");
    RewriteOutcome outcome =
        GreedyRewriter.of(
                PatternSet.of(turning(TanhOp.DEF, ReluOp.DEF), turning(ReluOp.DEF, Relu6Op.DEF)))
            .rewrite(module);
    assertTrue(outcome.converged());
    assertEquals(List.of("nn.relu6"), Programs.ops(module));
    assertEquals("\"y\"", Programs.returned(module).location().toString());
  }

  @Test
  void greaterBenefitIsTriedFirst() {
    List<String> tried = new ArrayList<>();
    BiFunction<String, Integer, RewritePattern> recording =
        (name, benefit) ->
            new Scripted(
                name,
                benefit == 2 ? List.of() : List.of(ReluOp.DEF),
                benefit,
                (root, _) -> {
                  if (root.is(ReluOp.DEF)) {
                    tried.add(name);
                  }
                  return PatternResult.noMatch("never");
                });
    GreedyRewriter.of(
            PatternSet.of(
                recording.apply("one", 1), recording.apply("three", 3), recording.apply("two", 2)))
        .rewrite(unary("nn.relu"));
    assertEquals(List.of("three", "two", "one"), tried);
  }

  @Test
  void unusedOperationsGoWithWhatOnlyTheyUse() {
    Operation module =
        Programs.parse(
            """
            func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
              %a = nn.tanh %x : tensor<4xf32>
              %b = nn.relu %a : tensor<4xf32>
              %c = nn.relu6 %b : tensor<4xf32>
              return %x : tensor<4xf32>
            }
            """);
    RewriteOutcome outcome = GreedyRewriter.of(PatternSet.of()).rewrite(module);
    assertEquals(3, outcome.erased());
    assertEquals(List.of(), Programs.ops(module));
  }

  private static Operation constantSum(String type) {
    return Programs.parse(
        """
        func.func @f() -> tensor<%s> {
          %%a = nn.constant {value = dense<2.0> : tensor<%s>} : tensor<%s>
          %%b = nn.add %%a, %%a : tensor<%s> loc("b")
          %%c = nn.mul %%b, %%a : tensor<%s> loc("c")
          return %%c : tensor<%s>
        }
        """
            .formatted(type, type, type, type, type, type));
  }

  @Test
  void constantsAreComputed() {
    Operation module = constantSum("2xf32");
    RewriteOutcome outcome = GreedyRewriter.of(PatternSet.of()).withFolder(FOLD_NN).rewrite(module);
    assertEquals(2, outcome.folded());
    assertEquals(
        """
        module {
          func.func @f() -> tensor<2xf32> {
            %cst = nn.constant {value = dense<[8.0, 8.0]> : tensor<2xf32>} : tensor<2xf32>
            return %cst : tensor<2xf32>
          }
        }
        """,
        Programs.print(module));
    assertEquals("\"c\"", Programs.returned(module).location().toString());
  }

  @Test
  void largeConstantsAreNotComputed() {
    RewriteOutcome outcome =
        GreedyRewriter.of(PatternSet.of()).withFolder(FOLD_NN).rewrite(constantSum("101xf32"));
    assertFalse(outcome.changed());
  }

  @Test
  void marksOfConstantsAreNotComputed() {
    Operation module =
        Programs.parse(
            """
            func.func @f() -> tensor<2xf32> {
              %a = nn.constant {value = dense<2.0> : tensor<2xf32>} : tensor<2xf32>
              %b = calib.weight %a {storage = !quant.any<i8<-127:127>:f32>} : tensor<2xf32>
              return %b : tensor<2xf32>
            }
            """);
    RewriteOutcome outcome = GreedyRewriter.of(PatternSet.of()).withFolder(FOLD_NN).rewrite(module);
    assertFalse(outcome.changed());
  }

  private static RewritePattern forwarding(OpDef def) {
    return new Scripted(
        "forward",
        List.of(def),
        1,
        (root, rewriter) -> {
          rewriter.replace(root, root.operand(0));
          return PatternResult.REWRITTEN;
        });
  }

  @Test
  void outputKeepsItsNameWhenItBecomesAnArgument() {
    Operation module = unary("nn.relu");
    GreedyRewriter.of(PatternSet.of(forwarding(ReluOp.DEF))).rewrite(module);
    assertTrue(
        Programs.print(module).contains("-> (tensor<4xf32> {nn.name = \"y\"})"),
        () -> Programs.print(module));
  }

  @Test
  void outputGivesItsNameToTheValueThatTakesItsPlace() {
    Operation module =
        Programs.parse(
            """
            func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
              %a = nn.tanh %x : tensor<4xf32> loc("a")
              %y = nn.relu %a : tensor<4xf32> loc("y")
              return %y : tensor<4xf32>
            }
            """);
    GreedyRewriter.of(PatternSet.of(forwarding(ReluOp.DEF))).rewrite(module);
    assertEquals("fused[\"y\", \"a\"]", Programs.returned(module).location().toString());
  }

  @Test
  void valueOfOtherTypeIsRefused() {
    Operation module =
        Programs.parse(
            """
            func.func @f(%x: tensor<4xf32>) -> tensor<?xf32> {
              %y = nn.relu %x : tensor<?xf32>
              return %y : tensor<?xf32>
            }
            """);
    GreedyRewriter rewriter = GreedyRewriter.of(PatternSet.of(forwarding(ReluOp.DEF)));
    assertThrows(IllegalArgumentException.class, () -> rewriter.rewrite(module));
  }

  @Test
  void listenerHearsWhatHappens() {
    List<String> heard = new ArrayList<>();
    RewriteListener listener =
        new RewriteListener() {
          @Override
          public void rewritten(String pattern, Operation operation) {
            heard.add(pattern + " " + operation.name());
          }

          @Override
          public void notMatched(String pattern, Operation operation, String reason) {
            heard.add(pattern + " " + operation.name() + ": " + reason);
          }
        };
    RewritePattern never =
        new Scripted("never", List.of(ReluOp.DEF), 2, (_, _) -> PatternResult.noMatch("no"));
    GreedyRewriter.of(PatternSet.of(never, turning(ReluOp.DEF, Relu6Op.DEF)))
        .withListener(listener)
        .rewrite(unary("nn.relu"));
    assertEquals(List.of("never nn.relu: no", "relu-to-relu6 nn.relu"), heard);
  }

  @Test
  void rewritesOfOneIterationAreLimited() {
    Operation module = unary("nn.tanh");
    PatternSet patterns =
        PatternSet.of(turning(TanhOp.DEF, ReluOp.DEF), turning(ReluOp.DEF, Relu6Op.DEF));
    GreedyOptions one = new GreedyOptions(10, 1, true, RegionSimplification.DISABLED, false);
    RewriteOutcome outcome = GreedyRewriter.of(patterns).withOptions(one).rewrite(module);
    assertEquals(3, outcome.iterations());
    assertEquals(List.of("nn.relu6"), Programs.ops(module));
  }

  @Test
  void constantsInRegionsMoveToTheIsolatedOne() {
    Operation module =
        Programs.parseUnregistered(
            """
            func.func @f(%c: i1) {
              "t.if"(%c)[^bb1, ^bb2] : (i1) -> ()
            ^bb1:
              %a = nn.constant {value = dense<1.0> : tensor<2xf32>} : tensor<2xf32>
              "t.use"(%a)[^bb2] : (tensor<2xf32>) -> ()
            ^bb2:
              %b = nn.constant {value = dense<1.0> : tensor<2xf32>} : tensor<2xf32>
              "t.end"(%b) ({
                %d = nn.constant {value = dense<1.0> : tensor<2xf32>} : tensor<2xf32>
                "t.inner"(%d) : (tensor<2xf32>) -> ()
              }) : (tensor<2xf32>) -> ()
            }
            """);
    GreedyOptions unique = new GreedyOptions(10, -1, true, RegionSimplification.DISABLED, true);
    RewriteOutcome outcome = GreedyRewriter.of(PatternSet.of()).withOptions(unique).rewrite(module);
    assertTrue(outcome.converged());
    Programs.assertValid(module);
    List<Operation> entry = Programs.function(module).entry().operations();
    assertEquals(List.of("nn.constant", "t.if"), entry.stream().map(Operation::name).toList());
    // What an unknown operation isolates is not known: the constant in it stays there.
    assertEquals(2, entry.getFirst().result().users().size());
  }
}
