package org.qopt.passes.canonicalize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.qopt.ir.Operation;
import org.qopt.ir.tensor.Tensor;
import org.qopt.passes.Programs;
import org.qopt.rewrite.GreedyRewriter;
import org.qopt.rewrite.PatternSet;
import org.qopt.rewrite.RewriteListener;
import org.qopt.rewrite.RewriteOutcome;
import org.qopt.rewrite.RewritePattern;

/** Applies one pattern to functions given as text. */
final class PatternTester {
  private final RewritePattern pattern;

  PatternTester(RewritePattern pattern) {
    this.pattern = pattern;
  }

  /** {@return a tester of the pattern of {@code canonicalize} that is called {@code name}} */
  static PatternTester ofPattern(String name) {
    return CanonicalizePatterns.ALL.patterns().stream()
        .filter(pattern -> pattern.name().equals(name))
        .map(PatternTester::new)
        .findFirst()
        .orElseThrow();
  }

  /**
   * Checks that the pattern fires, leaves valid IR that computes the same, and gives {@code
   * expected}: the names of the operations in order, without constants.
   *
   * @return the rewritten module
   */
  Operation fires(String function, String... expected) {
    Operation module = Programs.parse(function);
    List<Tensor> before = Programs.run(module, 1);
    RewriteOutcome outcome = GreedyRewriter.of(PatternSet.of(pattern)).rewrite(module);
    assertTrue(outcome.applied().containsKey(pattern.name()), () -> Programs.print(module));
    assertTrue(outcome.converged());
    Programs.assertValid(module);
    Programs.assertClose(before, Programs.run(module, 1), 1e-5);
    assertEquals(
        List.of(expected),
        Programs.ops(module).stream().filter(name -> !name.equals("nn.constant")).toList(),
        () -> Programs.print(module));
    return module;
  }

  /** Checks that the pattern is refused everywhere, and once for {@code reason}. */
  void doesNotFire(String function, String reason) {
    Operation module = Programs.parse(function);
    List<String> reasons = new ArrayList<>();
    RewriteOutcome outcome =
        GreedyRewriter.of(PatternSet.of(pattern))
            .withListener(
                new RewriteListener() {
                  @Override
                  public void notMatched(String name, Operation operation, String why) {
                    reasons.add(why);
                  }
                })
            .rewrite(module);
    assertFalse(outcome.applied().containsKey(pattern.name()), () -> Programs.print(module));
    assertTrue(reasons.contains(reason), () -> "reasons given: " + reasons);
  }
}
