package org.qopt.bench;

import com.google.common.collect.ImmutableList;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.qopt.bench.measure.BenchException;
import org.qopt.bench.measure.Peer;
import org.qopt.bench.measure.ProcessTimer;
import org.qopt.bench.measure.Row;
import org.qopt.cli.Unknown;
import org.qopt.cli.UsageException;
import org.qopt.cli.args.ArgumentReader;
import org.qopt.cli.args.Arguments;
import org.qopt.cli.args.Flag;

/** The process behind {@code tools/bench/run}. */
public final class Main {
  private static final String USAGE =
      "usage: tools/bench/run [WORKLOAD...] [--runs=N] [--json[=FILE]] [--list]\n";
  private static final ImmutableList<Flag> FLAGS =
      ImmutableList.of(
          Flag.of("runs", "N", "how often each command is measured (7)"),
          Flag.optional("json", "FILE", "the report as JSON, in place of the table or to FILE"),
          Flag.of("list", "name the workloads"),
          Flag.of("help", "this text"));
  private static final long RUNS = 7;

  private Main() {}

  /**
   * Measures, and ends the process: 0 when all was measured, 1 when something could not be, 2 for a
   * wrong command line.
   */
  public static void main(String[] words) throws IOException {
    try {
      run(new ArgumentReader(FLAGS).read(List.of(words)));
    } catch (UsageException e) {
      System.err.print("bench: error: " + e.getMessage() + "\n" + USAGE);
      System.exit(2);
    } catch (BenchException e) {
      System.err.print("bench: error: " + e.getMessage() + "\n");
      System.exit(1);
    }
  }

  private static void run(Arguments arguments) throws IOException {
    if (arguments.has("help")) {
      System.out.print(USAGE);
      FLAGS.forEach(flag -> System.out.printf("  %-16s %s%n", flag.usage(), flag.help()));
      return;
    }
    List<Workload> chosen = chosen(arguments.positional());
    if (arguments.has("list")) {
      chosen.forEach(work -> System.out.printf("%-20s %s%n", work.name(), work.summary()));
      return;
    }
    for (Peer peer : List.of(Peer.MLIR_OPT, Peer.FILE_CHECK, Peer.LLVM_LIT)) {
      if (peer.find().isEmpty()) {
        System.err.println("bench: " + peer.missing() + "; ratios to it are left out");
      }
    }
    report(measure(chosen, (int) (long) arguments.number("runs", 1).orElse(RUNS)), arguments);
  }

  private static List<Workload> chosen(List<String> names) {
    List<Workload> all = Workloads.all();
    List<String> known = all.stream().map(Workload::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw Unknown.name("workload", name, known);
      }
    }
    return all.stream().filter(work -> names.isEmpty() || names.contains(work.name())).toList();
  }

  private static List<Row> measure(List<Workload> workloads, int runs) throws IOException {
    Path folder = Files.createTempDirectory("qopt-bench");
    // Also when the user interrupts: nothing may be left running or lying about.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> cleanUp(folder)));
    Path launchers = Path.of(System.getProperty("qopt.bench.launchers"));
    Bench bench = new Bench(launchers, folder, runs, new ProcessTimer(folder));
    List<Row> rows = new ArrayList<>();
    for (Workload workload : workloads) {
      System.err.println(workload.name() + ": " + workload.summary());
      rows.addAll(workload.measure(bench));
    }
    return rows;
  }

  private static void cleanUp(Path folder) {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    try {
      MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
    } catch (IOException e) {
      System.err.println("bench: cannot remove " + folder + ": " + e.getMessage());
    }
  }

  private static void report(List<Row> rows, Arguments arguments) throws IOException {
    if (!arguments.has("json")) {
      System.out.print(TextReport.of(rows));
    } else if (arguments.value("json").isEmpty()) {
      System.out.print(JsonReport.of(rows));
    } else {
      System.out.print(TextReport.of(rows));
      Files.writeString(Path.of(arguments.value("json").orElseThrow()), JsonReport.of(rows));
    }
  }
}
