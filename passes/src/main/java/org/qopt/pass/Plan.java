package org.qopt.pass;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The steps of a {@link Pipeline} as they run, each with a number of its own. Nested pipelines that
 * follow each other are one step, as in MLIR: it goes through the operations once, and runs on each
 * all that the pipelines for its kind say. A pipeline for any operation stands alone.
 *
 * @param pipeline the pipeline, with neighbours over the same kind of operation made one
 * @param steps the steps, in order
 */
public record Plan(Pipeline pipeline, ImmutableList<Step> steps) {
  /** A step of a plan. */
  public sealed interface Step permits PassStep, NestStep {
    /** {@return the number, which no other step and no branch of the plan has} */
    int number();
  }

  /**
   * A pass.
   *
   * @param number counts steps and branches in the order of the text
   * @param pass the pass with its options
   */
  public record PassStep(int number, Pass pass) implements Step {}

  /**
   * Pipelines over the operations directly inside; each operation takes the first that accepts it.
   *
   * @param number counts steps and branches in the order of the text
   * @param branches the pipelines, all over different operations, in the order of their names
   */
  public record NestStep(int number, ImmutableList<Branch> branches) implements Step {
    /** {@return the name in reports, as mlir-opt has it} */
    public String title() {
      return branches.stream()
          .map(branch -> "'" + branch.plan().pipeline().anchor() + "'")
          .collect(Collectors.joining(", ", "Pipeline Collection : [", "]"));
    }
  }

  /**
   * A nested pipeline.
   *
   * @param number counts steps and branches in the order of the text
   * @param plan what it runs
   */
  public record Branch(int number, Plan plan) {
    /** {@return the name in reports, as mlir-opt has it} */
    public String title() {
      return "'" + plan.pipeline().anchor() + "' Pipeline";
    }
  }

  // A pass may be a step of this and of the plan around it; they are not to be mistaken.
  private static final int INNER = 1 << 30;

  /** {@return how {@code pipeline} runs} */
  public static Plan of(Pipeline pipeline) {
    return new Numbering(0).plan(pipeline);
  }

  /** {@return how a pipeline runs that a pass asks for} */
  static Plan inner(Pipeline pipeline) {
    return new Numbering(INNER).plan(pipeline);
  }

  private static final class Numbering {
    private int next;

    Numbering(int first) {
      next = first;
    }

    Plan plan(Pipeline pipeline) {
      ImmutableList.Builder<Step> steps = ImmutableList.builder();
      List<Pipeline> neighbours = new ArrayList<>();
      for (Stage stage : pipeline.stages()) {
        if (stage instanceof Pipeline inner) {
          if (!fits(neighbours, inner)) {
            flush(neighbours, steps);
          }
          add(neighbours, inner);
        } else if (stage instanceof PassStage(Pass pass)) {
          flush(neighbours, steps);
          steps.add(new PassStep(next++, pass));
        }
      }
      flush(neighbours, steps);
      return new Plan(pipeline, steps.build());
    }

    // One for any operation would take what another is for; it waits until that is done.
    private static boolean fits(List<Pipeline> neighbours, Pipeline inner) {
      return inner.anchor().opName().isPresent()
          && neighbours.stream().allMatch(other -> other.anchor().opName().isPresent());
    }

    private static void add(List<Pipeline> neighbours, Pipeline inner) {
      for (int i = 0; i < neighbours.size(); i++) {
        if (neighbours.get(i).anchor().equals(inner.anchor())) {
          neighbours.set(i, neighbours.get(i).thenAll(inner));
          return;
        }
      }
      neighbours.add(inner);
    }

    private void flush(List<Pipeline> neighbours, ImmutableList.Builder<Step> steps) {
      if (neighbours.isEmpty()) {
        return;
      }
      int number = next++;
      neighbours.sort(Comparator.comparing(inner -> inner.anchor().toString()));
      ImmutableList.Builder<Branch> branches = ImmutableList.builder();
      for (Pipeline inner : neighbours) {
        branches.add(new Branch(next++, plan(inner)));
      }
      steps.add(new NestStep(number, branches.build()));
      neighbours.clear();
    }
  }
}
