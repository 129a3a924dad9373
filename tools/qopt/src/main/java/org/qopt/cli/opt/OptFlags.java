package org.qopt.cli.opt;

import java.util.ArrayList;
import java.util.List;
import org.qopt.cli.CommonFlags;
import org.qopt.cli.args.Flag;
import org.qopt.ir.PluginLoader;
import org.qopt.pass.Pass;
import org.qopt.pass.PassRegistry;
import org.qopt.target.Targets;

/** The flags for transforming a program: the fixed ones, and one for each pass and pipeline. */
public final class OptFlags {
  static final String LEGALIZE = "legalize";
  static final String PIPELINE = "pass-pipeline";

  private static final List<Flag> FIXED =
      List.of(
          CommonFlags.OUTPUT,
          CommonFlags.FROM,
          Flag.of("to", "FORMAT", "the output's format: qir, or one that a target is exported to"),
          CommonFlags.INPUT_SHAPE,
          Flag.of(
              LEGALIZE,
              "TARGET",
              "everything that leads to a legal program of a target or profile"),
          Flag.of("calibration", "FILE", "the ranges of values, from 'qopt calibrate'"),
          Flag.of("calibration-data", "FILE", "samples to calibrate with in the same run"),
          Flag.of("samples", "N", "calibrates with the first N samples only"),
          Flag.of(RecipeFlag.FLAG, "FILE", "what is stored otherwise than the target's default"),
          CommonFlags.THREADS,
          Flag.of(PIPELINE, "TEXT", "the passes to run, as builtin.module(a,func.func(b{k=v}))"),
          Flag.of(RewriteFlags.FLAG, "FILE", "patterns for canonicalize; may be repeated"),
          Flag.of("dump-pass-pipeline", "prints the pipeline on standard error"),
          Flag.optional("verify-each", "BOOL", "verifies after each pass (true)"),
          Flag.of(RoundTrip.FLAG, "checks that what is printed is read as the same program"),
          Flag.of("split-input-file", "takes the pieces between '// -----' one by one"),
          Flag.of("verify-diagnostics", "holds diagnostics against expected-error comments"),
          Flag.of("allow-unregistered-dialect", "accepts operations of unknown dialects"),
          Flag.of("mlir-print-op-generic", "prints the generic form, which mlir-opt reads"),
          Flag.of("print-op-generic", "the same"),
          Flag.of("mlir-print-debuginfo", "prints locations"),
          Flag.of(
              "mlir-elide-elementsattrs-if-larger",
              "N",
              "leaves out the elements of larger constants"),
          Flag.of("mlir-print-ir-before", "PASS", "prints the program before a pass"),
          Flag.of("mlir-print-ir-after", "PASS", "prints the program after a pass"),
          Flag.of("mlir-print-ir-before-all", "prints the program before each pass"),
          Flag.of("mlir-print-ir-after-all", "prints the program after each pass"),
          Flag.optional(
              "mlir-print-ir-after-change",
              "diff",
              "prints after passes that changed something only: all, or the difference"),
          Flag.of("mlir-print-ir-after-failure", "prints after a pass that failed only"),
          Flag.of("mlir-print-ir-module-scope", "prints the whole program each time"),
          Flag.of("mlir-print-ir-tree-dir", "FOLDER", "prints to a tree of files"),
          Flag.of("mlir-timing", "says how long each pass took"),
          Flag.of("mlir-timing-display", "FORM", "list or tree"),
          Flag.of("mlir-output-format", "FORM", "the form of times: text or json"),
          Flag.of("mlir-pass-statistics", "says what each pass counted"),
          Flag.of("mlir-pass-statistics-display", "FORM", "list or pipeline"),
          Flag.of(Remarks.KINDS, "KINDS", "shows remarks: passed,missed,analysis"),
          Flag.of(Remarks.FILTER, "REGEX", "only remarks whose PASS/PATTERN has a match"),
          Flag.of(Remarks.OUTPUT, "FILE", "writes the remarks to a file, as YAML"),
          Flag.of(CrashReproducer.FLAG, "FILE", "writes program and passes where a pass fails"),
          Flag.of(
              CrashReproducer.LOCAL, "writes what goes into the pass that fails, and that pass"),
          Flag.of(CrashReproducer.ALWAYS, "FILE", "writes program and passes in any case"),
          CommonFlags.PASS_TIMEOUT,
          Flag.of(PassPlan.FLAG, "runs the passes that are stored in the program's file"),
          Flag.of("mlir-disable-threading", "runs passes on one thread"),
          Flag.of("list-passes", "lists the passes"),
          Flag.of("show-dialects", "lists the dialects"));

  private OptFlags() {}

  /**
   * Checks that flags tell passes and pipelines from everything else.
   *
   * @throws IllegalStateException if one has the name of another flag
   */
  public static void check(PassRegistry passes) {
    for (Flag flag : FIXED) {
      if (passes.knows(flag.name())) {
        throw new IllegalStateException(
            "a pass or pipeline has the name of the flag " + flag.usage());
      }
    }
  }

  /** {@return whether a flag stands for no pass, pipeline or option of a target} */
  static boolean isFixed(String name) {
    for (Flag flag : FIXED) {
      if (flag.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** {@return the flags that stand for no pass, pipeline or option of a target} */
  static List<Flag> fixed() {
    return FIXED;
  }

  /** {@return all flags that there are on the class path and, while one is open, in a plugin} */
  static List<Flag> load() {
    return Thread.currentThread().getContextClassLoader() instanceof PluginLoader
        ? all(PassRegistry.load(), Targets.load())
        : OnClassPath.FLAGS;
  }

  private static List<Flag> all(PassRegistry passes, Targets targets) {
    List<Flag> flags = new ArrayList<>(FIXED);
    flags.addAll(TargetFlags.of(targets));
    passes.all().forEach((name, pass) -> flags.add(Flag.optional(name, "OPTIONS", summary(pass))));
    passes
        .pipelines()
        .forEach((name, pipeline) -> flags.add(Flag.of(name, "runs: " + pipeline.summary())));
    return flags;
  }

  private static String summary(Pass pass) {
    return "runs the pass: " + pass.info().summary();
  }

  // A process that compiles many small programs would make them anew for each.
  private static final class OnClassPath {
    static final List<Flag> FLAGS = List.copyOf(all(PassRegistry.load(), Targets.load()));

    private OnClassPath() {}
  }
}
