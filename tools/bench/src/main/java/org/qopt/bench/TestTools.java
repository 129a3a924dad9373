package org.qopt.bench;

import static org.qopt.bench.measure.Metric.PEAK;
import static org.qopt.bench.measure.Metric.PROCESSOR;
import static org.qopt.bench.measure.Metric.WALL;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.qopt.bench.generate.CheckedText;
import org.qopt.bench.generate.CheckedText.Directives;
import org.qopt.bench.generate.CommandCount;
import org.qopt.bench.generate.TestSuite;
import org.qopt.bench.generate.TestSuite.Tools;
import org.qopt.bench.measure.Command;
import org.qopt.bench.measure.Criterion;
import org.qopt.bench.measure.Pair;
import org.qopt.bench.measure.Peer;

/** What {@code filecheck} and {@code lit} are measured by. */
final class TestTools {
  private static final int LINES = 50_000;
  private static final Size ONE_EACH = new Size(1_000, 1_000);

  // LLVM's lit takes half a minute for one run.
  private static final int FEW = 3;

  private TestTools() {}

  /** {@return the workloads, in the order of the report} */
  static ImmutableList<Workload> all() {
    return ImmutableList.<Workload>builder()
        .add(
            Comparison.of(
                "filecheck-start",
                "one directive that holds",
                bench -> filecheck(bench, new CheckedText(1, Directives.CHECK)),
                Criterion.value(WALL, 0.060, 0.050)))
        .addAll(Arrays.stream(Directives.values()).map(TestTools::directives).iterator())
        .add(
            Comparison.of(
                    "lit-generated",
                    "1,000 generated tests, qopt piped into filecheck",
                    bench -> lit(bench, generated(bench, ONE_EACH, Tools.OURS), ONE_EACH),
                    Criterion.ratio(WALL, 0.10, 0.05),
                    Criterion.ratio(PROCESSOR, 0.15, 0.05))
                .atMost(FEW),
            Comparison.of(
                    "lit-suite",
                    "this project's own tests, against as many generated ones with as many RUN lines",
                    TestTools::ownSuite,
                    Criterion.ratio(WALL, 0.10, 0.05),
                    Criterion.shown(PROCESSOR))
                .atMost(FEW))
        .build();
  }

  private static Workload directives(Directives directives) {
    return Comparison.of(
        "filecheck-" + directives.name().toLowerCase(Locale.ROOT),
        "50,000 directives on 19 MB: " + directives,
        bench -> filecheck(bench, new CheckedText(LINES, directives)),
        Criterion.ratio(WALL, 1.5, 1.0),
        Criterion.shown(PROCESSOR),
        Criterion.shown(PEAK));
  }

  private static Pair filecheck(Bench bench, CheckedText text) throws IOException {
    String size = Integer.toString(text.lines());
    Path input = bench.file("checked-" + size + ".txt", text.input());
    Path checks = bench.file(text.directives() + "-" + size + ".txt", text.checks());
    List<String> arguments = List.of(checks.toString(), "--input-file=" + input);
    return new Pair(
        bench.command("ours.out", bench.launcher("filecheck"), arguments),
        Peer.FILE_CHECK
            .find()
            .map(program -> bench.command("theirs.out", program.toString(), arguments)));
  }

  /** How many tests, and how many {@code RUN} lines all of them have. */
  private record Size(int tests, int commands) {}

  private static Path generated(Bench bench, Size size, Tools tools) throws IOException {
    Path folder =
        bench.folder().resolve("suite-" + tools + "-" + size.tests() + "-" + size.commands());
    if (!Files.exists(folder)) {
      new TestSuite(size.tests(), size.commands(), tools).write(folder);
    }
    return folder;
  }

  /** {@return our lit on {@code suite}, and LLVM's on generated tests} */
  private static Pair lit(Bench bench, Path suite, Size size) throws IOException {
    Optional<Path> peer = Peer.LLVM_LIT.find();
    Optional<Command> theirs = Optional.empty();
    if (peer.isPresent() && Peer.MLIR_OPT.find().isPresent()) {
      Path folder = generated(bench, size, Tools.LLVM);
      theirs = Optional.of(bench.command("theirs.out", peer.get().toString(), arguments(folder)));
    }
    return new Pair(bench.command("ours.out", bench.launcher("lit"), arguments(suite)), theirs);
  }

  private static List<String> arguments(Path suite) {
    return List.of("-q", "-j" + Runtime.getRuntime().availableProcessors(), suite.toString());
  }

  private static Pair ownSuite(Bench bench) throws IOException {
    Path suite = bench.launchers().resolve("../../lit-tests").normalize();
    return lit(bench, suite, new Size(CommandCount.tests(suite).size(), CommandCount.in(suite)));
  }
}
