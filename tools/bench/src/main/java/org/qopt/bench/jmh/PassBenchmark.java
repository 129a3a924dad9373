package org.qopt.bench.jmh;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.qopt.ir.Dialects;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.passes.canonicalize.CanonicalizePass;
import org.qopt.passes.cse.CsePass;

/** Passes alone, without the verifier after them. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class PassBenchmark {
  /** For JMH. */
  public PassBenchmark() {}

  /** The greedy rewriter with the patterns of canonicalization. */
  @Benchmark
  public Operation canonicalize(FreshCopy copy) {
    return run(CanonicalizePass.DEFAULT, copy);
  }

  /** Common subexpressions. */
  @Benchmark
  public Operation cse(FreshCopy copy) {
    return run(new CsePass(), copy);
  }

  private static Operation run(Pass pass, FreshCopy copy) {
    pass.run(copy.module(), PassContext.of(Dialects.load(), new Diagnostics()));
    return copy.module();
  }
}
