package org.qopt.bench;

import static org.qopt.bench.measure.Metric.PEAK;
import static org.qopt.bench.measure.Metric.PROCESSOR;
import static org.qopt.bench.measure.Metric.WALL;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.qopt.bench.generate.BigConstant;
import org.qopt.bench.generate.Network;
import org.qopt.bench.generate.Notation;
import org.qopt.bench.generate.TwoOperations;
import org.qopt.bench.generate.WeightsFile;
import org.qopt.bench.measure.Criterion;
import org.qopt.bench.measure.Pair;

/** All that is measured, with what is required and what is wanted. */
final class Workloads {
  private static final int MEBIBYTE = 1 << 20;
  // What takes ten seconds or more a run.
  private static final int FEW = 3;

  private Workloads() {}

  /** {@return the workloads, in the order of the report} */
  static ImmutableList<Workload> all() {
    return ImmutableList.<Workload>builder()
        .addAll(starts())
        .addAll(networks())
        .addAll(passes())
        .addAll(constants())
        .addAll(large())
        .addAll(TestTools.all())
        .build();
  }

  private static ImmutableList<Workload> starts() {
    return ImmutableList.of(
        Comparison.of(
            "start",
            "two operations read, verified and printed",
            bench ->
                bench.optimize(
                    bench.file("two.qir", new TwoOperations(false)),
                    bench.file("two.mlir", new TwoOperations(true))),
            Criterion.value(WALL, 0.100, 0.060),
            Criterion.shown(PROCESSOR),
            Criterion.shown(PEAK)),
        Comparison.of(
            "ops-1k",
            "1,000 operations in generic form",
            bench -> bench.optimize(generic(bench, 1_000, 1)),
            Criterion.value(WALL, 0.150, 0.110),
            Criterion.shown(PROCESSOR)),
        Comparison.of(
            "ops-10k",
            "10,000 operations in generic form",
            bench -> bench.optimize(generic(bench, 10_000, 1)),
            Criterion.ratio(WALL, 2.5, 1.5),
            Criterion.shown(PROCESSOR)));
  }

  private static ImmutableList<Workload> networks() {
    return ImmutableList.of(
        Comparison.of(
            "ops-100k",
            "100,000 operations in generic form, 19 MB",
            bench -> bench.optimize(generic(bench, 100_000, 1)),
            Criterion.ratio(WALL, 1.5, 1.0),
            Criterion.ratio(PROCESSOR, 2.5, 1.5),
            Criterion.value(PEAK, 600.0 * MEBIBYTE, 350.0 * MEBIBYTE)),
        Comparison.of(
            "ops-100k-functions",
            "the same in 100 functions",
            bench -> bench.optimize(generic(bench, 100_000, 100)),
            Criterion.ratio(WALL, 1.5, 1.0),
            Criterion.ratio(PROCESSOR, 2.5, 1.5)),
        Comparison.of(
            "ops-100k-pretty",
            "100,000 operations in pretty form: ours of nn, theirs of tosa",
            bench ->
                bench.optimize(
                    network(bench, "nn.qir", 100_000, 1, Notation.NN_PRETTY),
                    network(bench, "tosa.mlir", 100_000, 1, Notation.TOSA_PRETTY)),
            Criterion.shown(WALL),
            Criterion.shown(PROCESSOR),
            Criterion.shown(PEAK)));
  }

  private static ImmutableList<Workload> passes() {
    return ImmutableList.of(pass("canonicalize"), pass("cse"));
  }

  private static Workload pass(String pass) {
    return Comparison.of(
        pass,
        "100,000 operations in generic form, --" + pass,
        bench -> bench.optimize(generic(bench, 100_000, 1), "--" + pass),
        Criterion.ratio(WALL, 2, 1.2),
        Criterion.shown(PROCESSOR));
  }

  private static ImmutableList<Workload> constants() {
    return ImmutableList.of(
        Comparison.of(
            "decimal",
            "a constant of floats in 24 MB of decimal numbers",
            bench -> bench.optimize(bench.file("d.mlir", BigConstant.decimal24Megabytes())),
            Criterion.ratio(WALL, 0.5, 0.2),
            Criterion.shown(PEAK)),
        Comparison.of(
            "hex",
            "a constant of floats in 52 MB of hexadecimal digits",
            bench -> bench.optimize(bench.file("h.mlir", BigConstant.hexadecimal52Megabytes())),
            Criterion.ratio(WALL, 3, 1.5),
            Criterion.shown(PEAK)),
        Comparison.of(
            "weights",
            "a small program beside 4 GiB of weights, opened and not read",
            Workloads::weights,
            Criterion.atMost(PEAK, 60.0 * MEBIBYTE),
            Criterion.shown(WALL)));
  }

  private static ImmutableList<Workload> large() {
    return ImmutableList.of(
        new WarmReading(genericName(100_000, 1), genericNetwork(100_000, 1)),
        Comparison.of(
                "ops-1m",
                "1,000,000 operations in generic form, 190 MB",
                bench -> bench.optimize(generic(bench, 1_000_000, 10)),
                Criterion.atMost(PEAK, 4096.0 * MEBIBYTE),
                Criterion.shown(WALL))
            .atMost(FEW),
        Comparison.of(
                "growth",
                "1,000,000 operations against 100,000, both ours",
                Workloads::growth,
                Criterion.ratio(WALL, 20, 11))
            .atMost(FEW));
  }

  // The text is printed without the elements: only what opening the file takes is asked.
  private static Pair weights(Bench bench) throws IOException {
    WeightsFile weights = WeightsFile.of4Gibibytes();
    weights.create(bench.folder());
    Path program = bench.file("weights.qir", weights.program());
    return new Pair(
        bench.optimize(program, "--mlir-elide-elementsattrs-if-larger=16").ours(),
        Optional.empty());
  }

  private static Pair growth(Bench bench) throws IOException {
    return new Pair(
        bench.optimize(generic(bench, 1_000_000, 10)).ours(),
        Optional.of(bench.optimize(generic(bench, 100_000, 1)).ours()));
  }

  private static String genericName(int operations, int functions) {
    return "generic-" + operations + "-" + functions + ".mlir";
  }

  private static Network genericNetwork(int operations, int functions) {
    return new Network(operations, functions, Notation.TOSA_GENERIC);
  }

  private static Path generic(Bench bench, int operations, int functions) throws IOException {
    return bench.file(genericName(operations, functions), genericNetwork(operations, functions));
  }

  private static Path network(
      Bench bench, String file, int operations, int functions, Notation notation)
      throws IOException {
    return bench.file(file, new Network(operations, functions, notation));
  }
}
