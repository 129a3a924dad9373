package org.qopt.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qopt.passes.StandardPasses;

final class NamedPipelineTest {
  private static final List<Pass> PASSES = new StandardPasses().passes();
  private static final PassRegistry REGISTRY =
      PassRegistry.of(
          PASSES,
          List.of(
              new NamedPipeline(
                  "tidy", "tidies", "canonicalize{max-iterations=3 test-convergence=true},cse"),
              new NamedPipeline("all", "does all", "tidy,func.func(name-values),symbol-dce"),
              new NamedPipeline("circle", "never ends", "cse,circle")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tidy                      | builtin.module(canonicalize{top-down=true region-simplify=normal max-iterations=3 max-num-rewrites=-1 test-convergence=true},cse)",
        "cse,tidy                  | builtin.module(cse,canonicalize{top-down=true region-simplify=normal max-iterations=3 max-num-rewrites=-1 test-convergence=true},cse)",
        "func.func(tidy)           | builtin.module(func.func(canonicalize{top-down=true region-simplify=normal max-iterations=3 max-num-rewrites=-1 test-convergence=true},cse))",
        "builtin.module(all)       | builtin.module(canonicalize{top-down=true region-simplify=normal max-iterations=3 max-num-rewrites=-1 test-convergence=true},cse,func.func(name-values),symbol-dce)",
      })
  void stagesStandForTheName(String text, String expected) {
    assertEquals(expected, Pipeline.parse(text, REGISTRY).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cse,tidy{a=b}   | 8 | 'tidy' is a pipeline: it takes no options",
        "tidy(cse)       | 0 | 'tidy' is a pipeline: its name stands alone",
        "circle          | 4 | pipeline 'circle' leads back to itself",
        "func.func(all)  | 10 | pass 'symbol-dce' runs on",
      })
  void whatCannotStandThereIsRefused(String text, int position, String message) {
    PipelineSyntaxException fault =
        assertThrows(PipelineSyntaxException.class, () -> Pipeline.parse(text, REGISTRY));
    assertEquals(position, fault.position());
    assertEquals(message, fault.getMessage().substring(0, message.length()));
  }

  @Test
  void namesAreOfOneThing() {
    NamedPipeline cse = new NamedPipeline("cse", "", "");
    assertThrows(IllegalStateException.class, () -> PassRegistry.of(PASSES, List.of(cse)));
    NamedPipeline one = new NamedPipeline("one", "", "");
    assertThrows(IllegalStateException.class, () -> PassRegistry.of(PASSES, List.of(one, one)));
    assertThrows(IllegalArgumentException.class, () -> new NamedPipeline("a b", "", ""));
  }
}
