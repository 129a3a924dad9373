package org.qopt.bench.jmh;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.print.PrintOptions;
import org.qopt.ir.print.Printer;
import org.qopt.ir.verify.Verifier;

/** From text to a program and back. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class ReadingBenchmark {
  /** For JMH. */
  public ReadingBenchmark() {}

  /** Reads the generic form. */
  @Benchmark
  public Operation parseGeneric(Programs programs) {
    return Programs.read(programs.generic());
  }

  /** Reads the pretty form. */
  @Benchmark
  public Operation parsePretty(Programs programs) {
    return Programs.read(programs.pretty());
  }

  /** Verifies operations with clauses and inference rules. */
  @Benchmark
  public Diagnostics verify(Programs programs) {
    Diagnostics found = new Diagnostics();
    Verifier.verify(programs.module(), found);
    return found;
  }

  /** Prints the pretty form. */
  @Benchmark
  public String printPretty(Programs programs) {
    return Printer.toText(programs.module(), PrintOptions.PRETTY);
  }

  /** Prints the generic form. */
  @Benchmark
  public String printGeneric(Programs programs) {
    return Printer.toText(programs.module(), PrintOptions.GENERIC);
  }
}
