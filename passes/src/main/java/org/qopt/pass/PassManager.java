package org.qopt.pass;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.verify.Verifier;

/**
 * Runs a pipeline on a program, verifies it after each pass, and tells instrumentations. Nested
 * pipelines run on several operations at a time where the program is large enough to gain by it;
 * whatever is said or counted, and the program itself, are the same on any number of threads.
 */
public final class PassManager {
  private final Pipeline pipeline;
  private final Verification verification;
  private final ImmutableList<PassInstrumentation> instrumentations;
  private final int threads;
  private final Optional<Duration> limit;

  private PassManager(
      Pipeline pipeline,
      Verification verification,
      ImmutableList<PassInstrumentation> instrumentations,
      int threads,
      Optional<Duration> limit) {
    this.pipeline = pipeline;
    this.verification = verification;
    this.instrumentations = instrumentations;
    this.threads = threads;
    this.limit = limit;
  }

  /**
   * {@return a manager that runs {@code pipeline}, verifies fully after each pass, uses all
   * processors and gives passes all the time they take}
   */
  public static PassManager of(Pipeline pipeline) {
    return new PassManager(
        pipeline,
        Verifier::verify,
        ImmutableList.of(),
        Runtime.getRuntime().availableProcessors(),
        Optional.empty());
  }

  /** {@return the same manager, verifying so after each pass} */
  public PassManager verifying(Verification newVerification) {
    return new PassManager(pipeline, newVerification, instrumentations, threads, limit);
  }

  /**
   * {@return the same manager on at most so many threads}
   *
   * @param most at least 1, with which all happens on the thread that calls {@link #run}
   */
  public PassManager onThreads(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("expected at least 1 thread, but got " + most);
    }
    return new PassManager(pipeline, verification, instrumentations, most, limit);
  }

  /**
   * {@return the same manager, giving up on a pass that takes longer}. It is interrupted first; one
   * that does not heed that is left behind on a thread that does not keep the process alive.
   */
  public PassManager within(Duration longest) {
    return new PassManager(pipeline, verification, instrumentations, threads, Optional.of(longest));
  }

  /** {@return the same manager with one more instrumentation; it is told after those before it} */
  public PassManager instrumentedBy(PassInstrumentation instrumentation) {
    return new PassManager(
        pipeline,
        verification,
        ImmutableList.<PassInstrumentation>builder()
            .addAll(instrumentations)
            .add(instrumentation)
            .build(),
        threads,
        limit);
  }

  /**
   * Runs the pipeline on {@code root}, a valid operation.
   *
   * @throws InvalidInputException with its errors if a pass fails, throws, leaves invalid IR or
   *     takes too long, or if the pipeline does not run on operations like {@code root}
   */
  public void run(Operation root, PassContext context) {
    pipeline.checkRunsOn(root);
    Plan plan = Plan.of(pipeline);
    Instrumentations watching = new Instrumentations(instrumentations);
    watching.before(instrumentation -> instrumentation.begin(plan));
    Optional<Watchdog> watchdog = limit.map(Watchdog::new);
    PassRunner passes = new PassRunner(verification, watching, context, watchdog);
    PipelineRun run = new PipelineRun(passes, watching, watching.areConcurrent() ? threads : 1);
    Runnable work = () -> run.run(plan, root, new Analyses(root, watching), context.outlet());
    watchdog.ifPresentOrElse(dog -> dog.supervise(work, watching), work);
  }
}
