package org.qopt.pass.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
      boolean before, boolean after, boolean change, boolean failure, boolean scope) {
    return new IrPrintingOptions(
        ImmutableSet.of(), ImmutableSet.of(), before, after, change, failure, scope);
  }

  private List<String> banners() {
    return out.toString().lines().filter(line -> line.startsWith("// -----//")).toList();
  }

  @Test
  void dumpsHaveMlirsBanners() {
    run("canonicalize,cse", printing(options(true, true, false, false, false)));
    assertEquals(
        List.of(
            "// -----// IR Dump Before Canonicalizer (canonicalize) //----- //",
            "// -----// IR Dump After Canonicalizer (canonicalize) //----- //",
            "// -----// IR Dump Before CSE (cse) //----- //",
            "// -----// IR Dump After CSE (cse) //----- //"),
        banners());
    assertTrue(out.toString().endsWith(Programs.print(module) + "\n"));
  }

  @Test
  void moduleScopeShowsWholeProgram() {
    run("func.func(canonicalize)", printing(options(false, true, false, false, true)));
    assertEquals(
        List.of(
            "// -----// IR Dump After Canonicalizer (canonicalize)"
                + " ('func.func' operation: @f) //----- //"),
        banners());
    assertTrue(out.toString().contains("module {"));
  }

  @Test
  void unchangedProgramIsNotPrintedAgain() {
    run("canonicalize,cse", printing(options(false, false, true, false, false)));
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
            false,
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
            .instrumentedBy(printing(options(false, false, false, true, false)));
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
            options(false, true, false, false, false), Programs::print, new IrDumpTree(folder)));
    try (Stream<Path> files = Files.walk(folder)) {
      assertEquals(
          List.of(
              "builtin_module_no-symbol-name/0_cse.mlir",
              "builtin_module_no-symbol-name/func_func_f/1_0_canonicalize.mlir",
              "builtin_module_no-symbol-name/func_func_f/1_1_cse.mlir"),
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
    assertTrue(statistics.report().contains("CSE\n  (S) 1 num-dce'd\n"), statistics.report());
  }

  @Test
  void timingNamesPassesInTreeAndList() {
    Timing timing = new Timing();
    run("func.func(canonicalize),cse", new PassTiming(timing));
    List<String> tree =
        timing
            .report(Timing.Display.TREE)
            .lines()
            .map(line -> line.replaceAll(".*%\\)  ", ""))
            .toList();
    assertTrue(
        tree.containsAll(
            List.of("'func.func' Pipeline", "  Canonicalizer", "  (V) Verifier", "CSE", "Total")),
        tree::toString);
    assertTrue(timing.report(Timing.Display.LIST).contains("(V) Verifier"));
  }
}
