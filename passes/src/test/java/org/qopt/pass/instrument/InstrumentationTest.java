package org.qopt.pass.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInstrumentation;
import org.qopt.pass.PassManager;
import org.qopt.pass.PassRegistry;
import org.qopt.pass.Pipeline;
import org.qopt.pass.instrument.IrPrintingOptions.Change;
import org.qopt.passes.Programs;
import org.qopt.passes.StandardPasses;

final class InstrumentationTest {
  private static final String PROGRAM =
      """
      func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
        %u = nn.tanh %x : tensor<4xf32>
        %y = nn.relu %x : tensor<4xf32>
        return %y : tensor<4xf32>
      }
      """;

  private final Operation module = Programs.parse(PROGRAM);
  private final StringBuilder out = new StringBuilder();

  private void run(String pipeline, PassInstrumentation instrumentation) {
    PassManager.of(Pipeline.parse(pipeline, PassRegistry.of(new StandardPasses().passes())))
        .instrumentedBy(instrumentation)
        .run(module, PassContext.of(Programs.DIALECTS, new Diagnostics()));
  }

  private IrPrinting printing(IrPrintingOptions options) {
    return new IrPrinting(options, Programs::print, IrDumpTarget.stream(out));
  }

  private static IrPrintingOptions options(
      boolean before, boolean after, Change change, boolean failure, boolean scope) {
    return new IrPrintingOptions(
        ImmutableSet.of(), ImmutableSet.of(), before, after, change, failure, scope);
  }

  private List<String> banners() {
    return out.toString().lines().filter(line -> line.startsWith("// -----//")).toList();
  }

  @Test
  void dumpsHaveMlirsBanners() {
    run("canonicalize,cse", printing(options(true, true, Change.IGNORED, false, false)));
    assertEquals(
        List.of(
            "// -----// IR Dump Before Canonicalizer (canonicalize) //----- //",
            "// -----// IR Dump After Canonicalizer (canonicalize) //----- //",
            "// -----// IR Dump Before CSE (cse) //----- //",
            "// -----// IR Dump After CSE (cse) //----- //"),
        banners());
    assertTrue(out.toString().endsWith(Programs.print(module) + "\n\n"));
  }

  @Test
  void moduleScopeShowsWholeProgram() {
    run("func.func(canonicalize)", printing(options(false, true, Change.IGNORED, false, true)));
    assertEquals(
        List.of(
            "// -----// IR Dump After Canonicalizer (canonicalize)"
                + " ('func.func' operation: @f) //----- //"),
        banners());
    assertTrue(out.toString().contains("module {"));
  }

  @Test
  void unchangedProgramIsNotPrintedAgain() {
    run("canonicalize,cse", printing(options(false, false, Change.REQUIRED, false, false)));
    assertEquals(
        List.of("// -----// IR Dump After Canonicalizer (canonicalize) //----- //"), banners());
  }

  @Test
  void onlyNamedPassesArePrinted() {
    IrPrintingOptions named =
        new IrPrintingOptions(
            ImmutableSet.of("cse"),
            ImmutableSet.of("canonicalize"),
            false,
            false,
            Change.IGNORED,
            false,
            false);
    run("canonicalize,cse", printing(named));
    assertEquals(
        List.of(
            "// -----// IR Dump After Canonicalizer (canonicalize) //----- //",
            "// -----// IR Dump Before CSE (cse) //----- //"),
        banners());
  }

  @Test
  void failureIsPrinted() {
    Operation dynamic =
        Programs.parse(
            """
            func.func @f(%x: tensor<?xf32>) -> tensor<?xf32> {
              return %x : tensor<?xf32>
            }
            """);
    Pipeline pipeline =
        Pipeline.parse(
            "shape-inference{require-static=true}", PassRegistry.of(new StandardPasses().passes()));
    PassManager manager =
        PassManager.of(pipeline)
            .instrumentedBy(printing(options(false, false, Change.IGNORED, true, false)));
    assertThrows(
        InvalidInputException.class,
        () -> manager.run(dynamic, PassContext.of(Programs.DIALECTS, new Diagnostics())));
    assertEquals(
        List.of("// -----// IR Dump After ShapeInference Failed (shape-inference) //----- //"),
        banners());
  }

  @Test
  void treeHasFoldersForOperations(@TempDir Path folder) throws IOException {
    run(
        "cse,func.func(canonicalize,cse)",
        new IrPrinting(
            options(false, true, Change.IGNORED, false, false),
            Programs::print,
            new IrDumpTree(folder)));
    try (Stream<Path> files = Files.walk(folder)) {
      assertEquals(
          List.of(
              "builtin_module_no-symbol-name/0_cse.mlir",
              "builtin_module_no-symbol-name/func_func_f/0_0_canonicalize.mlir",
              "builtin_module_no-symbol-name/func_func_f/0_1_cse.mlir"),
          files
              .filter(Files::isRegularFile)
              .map(file -> folder.relativize(file).toString().replace('\\', '/'))
              .sorted()
              .toList());
    }
  }

  @Test
  void statisticsAreSummedUp() {
    PassStatistics statistics = new PassStatistics();
    run("cse,cse", statistics);
    assertEquals(
        """
          CSE
            (S) 0 num-cse'd - Number of operations CSE'd
            (S) 1 num-dce'd - Number of operations DCE'd

        """,
        afterTitle(statistics.report(PassStatistics.Display.LIST)));
  }

  @Test
  void statisticsFollowThePipeline() {
    PassStatistics statistics = new PassStatistics();
    run("func.func(cse),func.func(strip-debuginfo),cse", statistics);
    assertEquals(
        """
        'func.func' Pipeline
          CSE
            (S) 0 num-cse'd - Number of operations CSE'd
            (S) 1 num-dce'd - Number of operations DCE'd
          StripDebugInfo
        CSE
          (S) 0 num-cse'd - Number of operations CSE'd
          (S) 0 num-dce'd - Number of operations DCE'd

        """,
        afterTitle(statistics.report(PassStatistics.Display.PIPELINE)));
  }

  private static String afterTitle(String report) {
    return report.lines().skip(3).map(line -> line + "\n").collect(Collectors.joining());
  }

  private static List<String> names(String report) {
    return report
        .lines()
        .skip(6)
        .map(line -> line.replaceAll("^( +[0-9.]+ \\( *[0-9.]+%\\))+  ", ""))
        .toList();
  }

  @Test
  void timingIsNestedAsThePipelineIs() {
    Timing timing = new Timing();
    timing.start("Parser");
    timing.stop();
    run("func.func(canonicalize),cse,func.func(cse)", new PassTiming(timing));
    assertEquals(
        List.of(
            "Parser",
            "'func.func' Pipeline",
            "  Canonicalizer",
            "    (V) Verifier",
            "CSE",
            "  (A) DominanceInfo",
            "  (V) Verifier",
            "'func.func' Pipeline",
            "  CSE",
            "    (A) DominanceInfo",
            "    (V) Verifier",
            "Rest",
            "Total"),
        names(timing.report().text(TimingReport.Display.TREE, true)));
  }

  @Test
  void timingOfOneNameIsOneLineOfTheList() {
    Timing timing = new Timing();
    run("func.func(cse),cse", new PassTiming(timing));
    List<String> list = names(timing.report().text(TimingReport.Display.LIST, false));
    assertEquals(1, list.stream().filter("CSE"::equals).count(), list::toString);
    assertEquals(1, list.stream().filter("(V) Verifier"::equals).count(), list::toString);
  }

  @Test
  void timesOfThreadsAddUpToUserTime() {
    TimingReport report =
        new TimingReport(
            2_000_000_000L,
            3_000_000_000L,
            List.of(new TimingReport.Line("CSE", 1_000_000_000L, 1_500_000_000L, List.of())));
    assertEquals(
        """
          Total Execution Time: 2.0000 seconds

          ----User Time----  ----Wall Time----  ----Name----
            1.5000 ( 50.0%)    1.0000 ( 50.0%)  CSE
            1.5000 ( 50.0%)    1.0000 ( 50.0%)  Rest
            3.0000 (100.0%)    2.0000 (100.0%)  Total
        """,
        afterTitle(report.text(TimingReport.Display.TREE, true)));
    assertEquals(
        """
        [
        {"wall": {"duration":   1.0000, "percentage":  50.0}, "name": "CSE", "passes": [
        {}]},
        {"wall": {"duration":   1.0000, "percentage":  50.0}, "name": "Rest"},
        {"wall": {"duration":   2.0000, "percentage": 100.0}, "name": "Total"}
        ]
        """,
        report.json(TimingReport.Display.TREE, false));
  }

  @Test
  void differenceIsWhatWasRemovedAndAdded() {
    run("cse", printing(options(false, false, Change.DIFF, false, false)));
    assertTrue(
        out.toString().contains("\n-    %0 = nn.tanh %arg0 : tensor<4xf32>\n"), out::toString);
    assertTrue(
        out.toString().contains("\n+    %0 = nn.relu %arg0 : tensor<4xf32>\n"), out::toString);
  }
}
