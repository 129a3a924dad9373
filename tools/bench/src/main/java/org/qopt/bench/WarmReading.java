package org.qopt.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qopt.bench.generate.Generator;
import org.qopt.bench.measure.BenchException;
import org.qopt.bench.measure.Command;
import org.qopt.bench.measure.Criterion;
import org.qopt.bench.measure.Metric;
import org.qopt.bench.measure.Row;
import org.qopt.bench.measure.Sample;
import org.qopt.ir.Dialects;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.verify.Verifier;
import org.qopt.parser.qir.QirReader;
import org.qopt.parser.qir.ReadOptions;

/**
 * Reads and verifies a program again and again in this process, when the compiler has done its
 * work, and holds it against what {@code mlir-opt} says that its parser took, which verifies too.
 *
 * @param file what the file of the program is called
 * @param program the program
 */
record WarmReading(String file, Generator program) implements Workload {
  private static final int WARM_UP = 12;
  private static final Pattern PARSER = Pattern.compile("([0-9.]+) \\([^)]*\\)\\s+Parser");
  private static final double UNKNOWN = Double.NaN;
  private static final Criterion CRITERION = Criterion.ratio(Metric.WALL, 0.8, 0.4);

  @Override
  public String name() {
    return "reading-warm";
  }

  @Override
  public String summary() {
    return "100,000 ops read and verified in a warm process, against --mlir-timing's Parser";
  }

  @Override
  public List<Row> measure(Bench bench) throws IOException {
    Path path = bench.file(file, program);
    Optional<Command> peer =
        bench.mlirOpt(path, "--mlir-timing", "--mlir-disable-threading", "-o", "/dev/null");
    for (int i = 0; i < WARM_UP; i++) {
      readAndVerify(path);
    }
    List<Sample> ours = new ArrayList<>();
    List<Sample> theirs = new ArrayList<>();
    for (int i = 0; i < bench.runs(); i++) {
      ours.add(of(readAndVerify(path)));
      peer.map(command -> of(parserSeconds(bench, command))).ifPresent(theirs::add);
    }
    return List.of(Row.of(name(), CRITERION, ours, theirs));
  }

  private static Sample of(double seconds) {
    return new Sample(seconds, UNKNOWN, UNKNOWN);
  }

  private static double readAndVerify(Path path) {
    // What an earlier turn has left behind is not to be cleared away in this one.
    System.gc();
    long start = System.nanoTime();
    Operation module =
        QirReader.read(path, Dialects.load(), ReadOptions.ALLOW_UNREGISTERED).module();
    Diagnostics faults = new Diagnostics();
    Verifier.verify(module, faults);
    double seconds = (System.nanoTime() - start) * 1e-9;
    faults.throwIfErrors();
    return seconds;
  }

  private static double parserSeconds(Bench bench, Command command) {
    bench.timer().run(command);
    try {
      return parserSeconds(Files.readString(bench.timer().errors()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the seconds in the line of {@code mlir-opt}'s report that names the parser} */
  static double parserSeconds(String report) {
    Matcher line = PARSER.matcher(report);
    if (!line.find()) {
      throw new BenchException("mlir-opt's report names no parser: " + report.strip());
    }
    return Double.parseDouble(line.group(1));
  }
}
