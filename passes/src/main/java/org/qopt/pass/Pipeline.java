package org.qopt.pass;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.InvalidInputException;

/**
 * Which passes run, in order, on an operation and on those directly inside it. Its text is MLIR's:
 * {@code builtin.module(shape-inference,func.func(canonicalize{max-iterations=3}))}.
 *
 * @param anchor what it runs on
 * @param stages the steps
 */
public record Pipeline(Anchor anchor, ImmutableList<Stage> stages) implements Stage {
  /** The pipeline over a module that does nothing. */
  public static final Pipeline EMPTY = new Pipeline(Anchor.MODULE, ImmutableList.of());

  /**
   * Checks that every pass can run on the anchor.
   *
   * @throws IllegalArgumentException if one cannot; the message says how to nest it
   */
  public Pipeline {
    for (Stage stage : stages) {
      if (stage instanceof PassStage step && !step.anchor().fits(anchor)) {
        throw new IllegalArgumentException(
            "pass '%s' runs on %s, not on %s; did you mean %s(%s)?"
                .formatted(step.pass().info().name(), step.anchor(), anchor, step.anchor(), step));
      }
    }
  }

  /** {@return the pipeline of these passes over a module; see {@link #then(Pass)}} */
  public static Pipeline of(Pass... passes) {
    Pipeline pipeline = EMPTY;
    for (Pass pass : passes) {
      pipeline = pipeline.then(pass);
    }
    return pipeline;
  }

  /**
   * {@return this pipeline with one more pass at its end; one that runs on another operation than
   * this pipeline is nested}
   */
  public Pipeline then(Pass pass) {
    Stage stage = new PassStage(pass);
    return then(stage.anchor().fits(anchor) ? stage : nested(stage));
  }

  /** {@return this pipeline with one more step at its end} */
  public Pipeline then(Stage stage) {
    return new Pipeline(anchor, ImmutableList.<Stage>builder().addAll(stages).add(stage).build());
  }

  /** {@return this pipeline with the steps of another over the same anchor at its end} */
  public Pipeline thenAll(Pipeline other) {
    if (!other.anchor.equals(anchor)) {
      return then((Stage) other);
    }
    return new Pipeline(
        anchor, ImmutableList.<Stage>builder().addAll(stages).addAll(other.stages).build());
  }

  private static Pipeline nested(Stage stage) {
    return new Pipeline(stage.anchor(), ImmutableList.of(stage));
  }

  /**
   * {@return the pipeline that {@code text} says; a list without an anchor around it runs on a
   * module}
   *
   * @throws PipelineSyntaxException if the text is malformed, or names a pass or an option that is
   *     not known
   */
  public static Pipeline parse(String text, PassRegistry registry) {
    return new PipelineParser(text, registry).parse();
  }

  /**
   * {@return the pipeline that is the value of an option; a list without an anchor around it runs
   * on any operation}
   *
   * @throws PipelineSyntaxException as {@link #parse} does
   */
  public static Pipeline parseValue(String text, PassRegistry registry) {
    return new PipelineParser(text, registry).parseValue();
  }

  void checkRunsOn(Operation operation) {
    if (!anchor.accepts(operation.name())) {
      throw new InvalidInputException(
          operation.reportLocation(),
          "can't run a pipeline for '%s' on '%s'".formatted(anchor, operation.name()));
    }
  }

  @Override
  public List<Pass> passes() {
    return stages.stream().flatMap(stage -> stage.passes().stream()).toList();
  }

  /** {@return the text, which {@link #parse} reads} */
  @Override
  public String toString() {
    return stages.stream().map(Stage::toString).collect(Collectors.joining(",", anchor + "(", ")"));
  }
}
