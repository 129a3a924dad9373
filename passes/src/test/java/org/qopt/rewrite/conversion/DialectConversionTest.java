package org.qopt.rewrite.conversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.passes.Programs;
import org.qopt.rewrite.GreedyRewriter;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.PatternSet;

final class DialectConversionTest {
  private static final String TWO =
      """
      func.func @f(%x: i32) -> i32 {
        %0 = "a.one"(%x) {k = 1 : i32} : (i32) -> i32 loc("one")
        %1 = "a.two"(%0, %x) : (i32, i32) -> i32 loc("two")
        "u.keep"(%1) : (i32) -> ()
        return %1 : i32
      }
      """;

  private static ConversionTarget.Builder target() {
    return ConversionTarget.builder()
        .legalDialects("builtin", "func", "l")
        .illegalDialects("a", "b");
  }

  private static List<String> ops(Operation module) {
    return Programs.ops(module);
  }

  /** Checks that a failing conversion leaves the program to the letter as it was. */
  private static ConversionOutcome fails(DialectConversion conversion, String text) {
    Operation module = Programs.parseUnregistered(text);
    String before = Programs.printWithLocations(module);
    ConversionOutcome outcome = conversion.convert(module);
    assertFalse(outcome.succeeded());
    assertEquals(before, Programs.printWithLocations(module));
    UseLists.check(module);
    Programs.assertValid(module);
    return outcome;
  }

  private static Operation converts(DialectConversion conversion, String text) {
    Operation module = Programs.parseUnregistered(text);
    ConversionOutcome outcome = conversion.convert(module);
    assertEquals(List.of(), outcome.errors());
    UseLists.check(module);
    Programs.assertValid(module);
    return module;
  }

  @Test
  void chainsLeadToLegalOperationsThatKeepTheirNames() {
    PatternSet patterns =
        PatternSet.of(
            Patterns.rename("a.one", "b.one"),
            Patterns.rename("b.one", "l.one"),
            Patterns.rename("a.two", "l.two"));
    Operation module = Programs.parseUnregistered(TWO);
    ConversionOutcome outcome =
        DialectConversion.partial(target().build(), patterns).convert(module);
    assertTrue(outcome.succeeded());
    assertEquals(List.of("l.one", "l.two", "u.keep"), ops(module));
    assertEquals(2, outcome.converted().size());
    assertEquals("u.keep", outcome.left().getFirst().operation().name());
    assertEquals(
        Map.of("a.one->b.one", 1L, "b.one->l.one", 1L, "a.two->l.two", 1L), outcome.applied());
    assertEquals("\"two\"", Programs.returned(module).location().toString());
    UseLists.check(module);
  }

  @Test
  void fullConversionRefusesWhatIsNotKnown() {
    PatternSet patterns =
        PatternSet.of(Patterns.rename("a.one", "l.one"), Patterns.rename("a.two", "l.two"));
    ConversionOutcome outcome = fails(DialectConversion.full(target().build(), patterns), TWO);
    assertEquals(
        List.of("failed to legalize operation 'u.keep'"),
        outcome.errors().stream().map(Diagnostic::message).toList());
  }

  @Test
  void everyRefusalIsToldWithItsChain() {
    PatternSet patterns =
        PatternSet.of(
            Patterns.rename("a.one", "b.one"),
            Patterns.refusing("b.one", "never", "the moon is full"),
            Patterns.rename("a.two", "l.two"));
    ConversionOutcome outcome = fails(DialectConversion.partial(target().build(), patterns), TWO);
    Diagnostic error = outcome.errors().getFirst();
    assertEquals(1, outcome.errors().size());
    assertEquals(
        "failed to legalize operation 'a.one' that was explicitly marked illegal", error.message());
    assertEquals("\"test.qir\":2:8", error.location().toString());
    assertEquals(
        List.of(
            "pattern 'a.one->b.one': what it makes is not legal: 'b.one' op",
            "'b.one' op: pattern 'a.one->b.one': it would be applied to what it made itself",
            "'b.one' op: pattern 'never': the moon is full",
            "'b.one' op: pattern 'a.two->l.two': it is no a.two",
            "pattern 'never': it is no b.one",
            "pattern 'a.two->l.two': it is no a.two"),
        error.notes().stream().map(Diagnostic::message).toList());
  }

  @Test
  void whatAPatternMakesMustBeKnown() {
    ConversionOutcome outcome =
        fails(
            DialectConversion.partial(
                target().build(), PatternSet.of(Patterns.rename("a.one", "v.one"))),
            TWO);
    assertEquals(
        "pattern 'a.one->v.one': what it makes is not legal: 'v.one' op, which the target does not know",
        outcome.errors().getFirst().notes().getFirst().message());
  }

  @Test
  void patternsThatNeedNotBeTriedAreNamedAsNone() {
    ConversionOutcome outcome =
        fails(DialectConversion.partial(target().build(), PatternSet.of()), TWO);
    assertEquals(2, outcome.errors().size());
    assertEquals(
        "there is no pattern for 'a.one' op",
        outcome.errors().getFirst().notes().getFirst().message());
  }

  @Test
  void legalUnlessSaysWhat() {
    ConversionTarget target =
        target()
            .legalUnless(
                "a.one",
                op ->
                    op.attribute("k").isPresent()
                        ? Optional.of("expected no 'k', but got " + op.attribute("k").get())
                        : Optional.empty())
            .legal("a.two")
            .build();
    ConversionOutcome outcome = fails(DialectConversion.partial(target, PatternSet.of()), TWO);
    assertEquals(
        "failed to legalize operation 'a.one': expected no 'k', but got 1 : i32",
        outcome.errors().getFirst().message());
    // A change in place is enough, and asked again.
    PatternSet patterns =
        PatternSet.of(
            Patterns.on(
                "a.one",
                "drop",
                (root, _, rewriter) -> {
                  rewriter.modify(root, () -> root.removeAttribute("k"));
                  return PatternResult.REWRITTEN;
                }));
    Operation module = converts(DialectConversion.partial(target, patterns), TWO);
    assertEquals(List.of("a.one", "a.two", "u.keep"), ops(module));
  }

  @Test
  void whatWasChangedBeforeRefusingIsTakenBack() {
    PatternSet patterns =
        PatternSet.of(
            Patterns.on(
                "a.one",
                "untidy",
                (root, operands, rewriter) -> {
                  Patterns.create(rewriter, root, "l.junk", operands.flat(), List.of());
                  rewriter.modify(root, () -> root.setAttribute("k", new StringAttr("x")));
                  return PatternResult.noMatch("on second thoughts");
                }),
            Patterns.rename("a.two", "l.two"));
    ConversionTarget target = target().legal("a.one").build();
    fails(DialectConversion.partial(target().build(), patterns), TWO);
    Operation module = converts(DialectConversion.partial(target, patterns), TWO);
    assertEquals(List.of("a.one", "l.two", "u.keep"), ops(module));
  }

  @Test
  void failingPatternsRollBackAndPassTheExceptionOn() {
    PatternSet patterns =
        PatternSet.of(
            Patterns.rename("a.one", "l.one"),
            Patterns.on(
                "a.two",
                "broken",
                (root, operands, rewriter) -> {
                  Patterns.create(rewriter, root, "l.junk", operands.flat(), List.of());
                  throw new IllegalStateException("broken");
                }));
    Operation module = Programs.parseUnregistered(TWO);
    String before = Programs.printWithLocations(module);
    DialectConversion conversion = DialectConversion.partial(target().build(), patterns);
    assertThrows(IllegalStateException.class, () -> conversion.convert(module));
    assertEquals(before, Programs.printWithLocations(module));
    UseLists.check(module);
  }

  @Test
  void analysisChangesNothing() {
    Operation module = Programs.parseUnregistered(TWO);
    String before = Programs.printWithLocations(module);
    ConversionOutcome outcome =
        DialectConversion.analysis(
                target().build(), PatternSet.of(Patterns.rename("a.two", "l.two")))
            .convert(module);
    assertEquals(before, Programs.printWithLocations(module));
    assertEquals(List.of("a.two"), outcome.converted().stream().map(Operation::name).toList());
    assertEquals(
        List.of("a.one", "u.keep"),
        outcome.left().stream().map(refusal -> refusal.operation().name()).toList());
  }

  @Test
  void loopsEnd() {
    PatternSet patterns =
        PatternSet.of(Patterns.rename("a.one", "b.one"), Patterns.rename("b.one", "a.one"));
    ConversionOutcome outcome = fails(DialectConversion.partial(target().build(), patterns), TWO);
    assertTrue(
        outcome.errors().getFirst().notes().stream()
            .anyMatch(note -> note.message().endsWith("applied to what it made itself")));
    PatternSet bounded =
        PatternSet.of(
            new Patterns.Scripted(
                "again",
                "a.one",
                Optional.empty(),
                true,
                (root, operands, rewriter) -> {
                  rewriter.replace(
                      root,
                      Patterns.create(
                          rewriter, root, "a.one", operands.flat(), root.resultTypes()));
                  return PatternResult.REWRITTEN;
                }));
    fails(DialectConversion.partial(target().build(), bounded), TWO);
  }

  @Test
  void patternsThatDoNothingAreFound() {
    PatternSet patterns =
        PatternSet.of(Patterns.on("a.one", "idle", (_, _, _) -> PatternResult.REWRITTEN));
    ConversionOutcome outcome = fails(DialectConversion.partial(target().build(), patterns), TWO);
    assertEquals(
        "pattern 'idle': it neither replaced nor changed the operation",
        outcome.errors().getFirst().notes().getFirst().message());
  }

  @Test
  void whatIsLegalAsAWholeIsNotLookedInto() {
    String text =
        """
        func.func @f() {
          "l.whole"() ({ "a.one"() : () -> () }) : () -> ()
          "l.part"() ({ "a.one"() : () -> () }) : () -> ()
          return
        }
        """;
    ConversionTarget target = target().recursivelyLegal("l.whole", _ -> true).build();
    Operation module =
        converts(
            DialectConversion.full(target, PatternSet.of(Patterns.rename("a.one", "l.one"))), text);
    String after = Programs.print(module);
    assertTrue(after.contains("\"a.one\"()") && after.contains("\"l.one\"()"), after);
  }

  @Test
  void regionsMoveToTheNewOperationAndAreConvertedInTheirTurn() {
    String text =
        """
        func.func @f(%x: i32) {
          "a.loop"(%x) ({
          ^bb0(%i: i32):
            "a.loop"(%i) ({
              %0 = "a.one"(%i) : (i32) -> i32
              "a.end"(%0)[^bb1] : (i32) -> ()
            ^bb1:
              "l.end"() : () -> ()
            }) : (i32) -> ()
          }) : (i32) -> ()
          return
        }
        """;
    Patterns.Scripted loop =
        Patterns.on(
            "a.loop",
            "loop",
            (root, operands, rewriter) -> {
              Operation made =
                  rewriter
                      .builder()
                      .create(
                          org.qopt.ir.OperationState.of("l.loop", Optional.empty(), root.location())
                              .addOperands(operands.flat())
                              .regions(1));
              rewriter.moveBlocks(root.region(0), made.region(0));
              rewriter.erase(root);
              return PatternResult.REWRITTEN;
            });
    Patterns.Scripted one = Patterns.rename("a.one", "l.one");
    Patterns.Scripted end =
        Patterns.on(
            "a.end",
            "end",
            (root, operands, rewriter) -> {
              Patterns.create(rewriter, root, "l.end", operands.flat(), List.of());
              org.qopt.ir.Block rest = root.successors().getFirst();
              rewriter.erase(root);
              rewriter.eraseBlock(rest);
              return PatternResult.REWRITTEN;
            });
    Operation module =
        converts(DialectConversion.full(target().build(), PatternSet.of(loop, one, end)), text);
    assertFalse(Programs.print(module).contains("\"a."), () -> Programs.print(module));
    fails(DialectConversion.full(target().build(), PatternSet.of(loop, end)), text);
  }

  @Test
  void patternsOfAConversionApplyNowhereElse() {
    Operation module = Programs.parseUnregistered(TWO);
    assertFalse(
        GreedyRewriter.of(PatternSet.of(Patterns.rename("a.one", "l.one")))
            .rewrite(module)
            .changed());
  }
}
