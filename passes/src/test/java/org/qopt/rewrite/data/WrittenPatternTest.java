package org.qopt.rewrite.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qopt.dialect.nn.ReluOp;
import org.qopt.dialect.nn.TanhOp;
import org.qopt.ir.Dialects;
import org.qopt.ir.Operation;
import org.qopt.parser.qir.QirReader;
import org.qopt.parser.qir.ReadOptions;
import org.qopt.rewrite.GreedyRewriter;
import org.qopt.rewrite.PatternSet;
import org.qopt.rewrite.RewriteListener;
import org.qopt.rewrite.RewriteOutcome;
import org.qopt.rewrite.RewritePattern;

class WrittenPatternTest {
  private final List<String> reasons = new ArrayList<>();

  private static WrittenPattern pattern(String name) {
    return WrittenPattern.beside(WrittenPatternTest.class, name, ReluOp.DEF);
  }

  private RewriteOutcome apply(RewritePattern pattern, String inner) {
    Operation module =
        QirReader.read(
                """
                func.func @f(%%x: tensor<2xf32>) -> tensor<2xf32> {
                  %%a = nn.%s %%x : tensor<2xf32>
                  %%y = nn.relu %%a : tensor<2xf32>
                  return %%y : tensor<2xf32>
                }
                """
                    .formatted(inner),
                "test.qir",
                Dialects.load(),
                ReadOptions.STRICT)
            .module();
    return GreedyRewriter.of(PatternSet.of(pattern))
        .withListener(
            new RewriteListener() {
              @Override
              public void notMatched(String name, Operation operation, String reason) {
                reasons.add(reason);
              }
            })
        .rewrite(module);
  }

  @Test
  void appliesWhatItsFileSays() {
    RewriteOutcome outcome = apply(pattern("MergeRelus").behind(ReluOp.DEF), "relu");
    assertEquals(1, outcome.applied().get("MergeRelus"));
  }

  @Test
  void saysWhyItDoesNotApply() {
    apply(pattern("MergeRelus"), "tanh");
    assertEquals(List.of("it finds 'nn.tanh' where it expects 'nn.relu'"), reasons);
  }

  @Test
  void isNotReadWhereItCannotApply() {
    RewriteOutcome outcome = apply(pattern("NoSuchFile").behind(TanhOp.DEF), "relu");
    assertTrue(outcome.applied().isEmpty());
    assertEquals("its operand does not come from 'nn.tanh'", reasons.getFirst());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NoSuchFile | there is no NoSuchFile.qir beside org.qopt.rewrite.data.WrittenPatternTest",
        "OtherName | it is another pattern than the one that is expected",
        "OtherRoot | it is another pattern than the one that is expected",
        "TwoPatterns | expected one pattern, but found 2",
        "Broken | there is no constraint 'one-user'; did you mean 'one-use'?",
        "Invalid | expects a 'rewrite.match', but found none",
      })
  void faultsOfTheFileAreFaultsOfTheProgram(String name, String expected) {
    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> apply(pattern(name), "relu"));
    assertTrue(thrown.getMessage().contains(expected), thrown.getMessage());
  }
}
