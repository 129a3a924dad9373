package org.qopt.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.passes.Programs;

final class AnalysesTest {
  private final List<String> made = new ArrayList<>();
  private final AnalysisKind<Integer> size =
      AnalysisKind.of(
          "Size",
          (op, _) -> {
            made.add("size of " + op.name());
            int[] count = {0};
            op.walk(_ -> count[0]++);
            return count[0];
          });
  private final AnalysisKind<Integer> doubled =
      AnalysisKind.of(
          "Doubled",
          (op, analyses) -> {
            made.add("double of " + op.name());
            return 2 * analyses.of(size);
          });

  private static Pass pass(Anchor anchor, BiConsumer<Operation, PassContext> script) {
    return new ScriptedPass("p", anchor, script);
  }

  private void run(Pass... passes) {
    Operation module =
        Programs.parse(
            """
            func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
              return %x : tensor<4xf32>
            }
            """);
    PassManager.of(Pipeline.of(passes))
        .run(module, PassContext.of(Programs.DIALECTS, new Diagnostics()));
  }

  @Test
  void isMadeOnceAndAsLongAsPreserved() {
    Pass keeps =
        pass(
            Anchor.MODULE,
            (_, c) -> {
              assertEquals(3, c.analysis(size));
              assertEquals(3, c.analysis(size));
              c.preserve(size);
            });
    Pass forgets = pass(Anchor.MODULE, (_, c) -> c.analysis(size));
    run(keeps, keeps, forgets, forgets);
    assertEquals(List.of("size of builtin.module", "size of builtin.module"), made);
  }

  @Test
  void whatChangesNothingPreservesAll() {
    Pass looks =
        pass(
            Anchor.MODULE,
            (_, c) -> {
              c.analysis(doubled);
              c.preserveAll();
            });
    run(looks, looks);
    assertEquals(List.of("double of builtin.module", "size of builtin.module"), made);
  }

  @Test
  void oneIsForgottenWithoutTheOther() {
    Pass both =
        pass(
            Anchor.MODULE,
            (_, c) -> {
              c.analysis(doubled);
              c.preserve(size);
            });
    run(both, both);
    assertEquals(
        List.of("double of builtin.module", "size of builtin.module", "double of builtin.module"),
        made);
  }

  @Test
  void nestedPassThatChangesForgetsWhatIsKnownOutside() {
    Pass outer =
        pass(
            Anchor.MODULE,
            (_, c) -> {
              c.analysis(size);
              c.preserve(size);
            });
    Pass looks = pass(Anchor.FUNCTION, (_, c) -> c.preserveAll());
    Pass changes = pass(Anchor.FUNCTION, (_, _) -> {});
    run(outer, looks, outer, changes, outer);
    assertEquals(List.of("size of builtin.module", "size of builtin.module"), made);
  }

  @Test
  void outerPassThatChangesForgetsWhatIsKnownInside() {
    Pass inner =
        pass(
            Anchor.FUNCTION,
            (_, c) -> {
              c.analysis(size);
              c.preserve(size);
            });
    Pass looks = pass(Anchor.MODULE, (_, c) -> c.preserveAll());
    Pass changes = pass(Anchor.MODULE, (_, _) -> {});
    run(inner, looks, inner, changes, inner);
    assertEquals(List.of("size of func.func", "size of func.func"), made);
  }

  @Test
  void outerPassSharesWhatIsKnownInside() {
    Pass outer =
        pass(
            Anchor.MODULE,
            (module, c) -> {
              c.analyses().inside(Programs.function(module).operation()).of(size);
              c.preserveAll();
            });
    Pass inner = pass(Anchor.FUNCTION, (_, c) -> c.analysis(size));
    run(outer, inner);
    assertEquals(List.of("size of func.func"), made);
  }

  @Test
  void onlyARunningPassHasAnalyses() {
    PassContext context = PassContext.of(Programs.DIALECTS, new Diagnostics());
    assertThrows(IllegalStateException.class, () -> context.analysis(size));
  }

  @Test
  void makingOneIsToldToInstrumentations() {
    List<String> told = new ArrayList<>();
    PassInstrumentation recorder =
        new PassInstrumentation() {
          @Override
          public void beforeAnalysis(AnalysisKind<?> kind, Operation operation) {
            told.add("before " + kind + " of " + operation.name());
          }

          @Override
          public void afterAnalysis(AnalysisKind<?> kind, Operation operation) {
            told.add("after " + kind + " of " + operation.name());
          }
        };
    Operation module = Programs.parse("");
    PassManager.of(Pipeline.of(pass(Anchor.MODULE, (_, c) -> c.analysis(doubled))))
        .instrumentedBy(recorder)
        .run(module, PassContext.of(Programs.DIALECTS, new Diagnostics()));
    assertEquals(
        List.of(
            "before Doubled of builtin.module",
            "before Size of builtin.module",
            "after Size of builtin.module",
            "after Doubled of builtin.module"),
        told);
  }
}
