package org.qopt.passes.inline;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.pass.Anchor;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInfo;
import org.qopt.pass.PassStage;
import org.qopt.pass.Pipeline;
import org.qopt.passes.canonicalize.CanonicalizePass;

/**
 * {@code inline}: puts the bodies of functions in the place of calls, and removes private functions
 * that nothing names, or with their last call.
 *
 * @param defaultPipeline what simplifies functions before they are inlined and after others were
 *     inlined into them
 * @param opPipelines what simplifies those that a pipeline is anchored on, instead
 * @param maxIterations how many times to look for calls in functions that call each other, which
 *     simplifying may bring about; 0 counts as 1
 * @param inliningThreshold how many percent of the calling function's operations the called one may
 *     have; absent: any
 * @param maxOps the most operations that a function may come to hold, so that functions that call
 *     each other twice do not grow without bound
 */
public record InlinePass(
    Pipeline defaultPipeline,
    List<Pipeline> opPipelines,
    int maxIterations,
    Optional<Integer> inliningThreshold,
    int maxOps)
    implements Pass {
  private static final int MOST_OPS = 100_000;

  /** The pass with its default options. */
  public static final InlinePass DEFAULT =
      new InlinePass(
          new Pipeline(Anchor.ANY, ImmutableList.of(new PassStage(CanonicalizePass.DEFAULT))),
          List.of(),
          4,
          Optional.empty(),
          MOST_OPS);

  /** The same, which leaves all but calls as it is. */
  public static final InlinePass CALLS_ALONE =
      new InlinePass(
          new Pipeline(Anchor.ANY, ImmutableList.of()), List.of(), 1, Optional.empty(), MOST_OPS);

  /** The name of the pass. */
  static final String NAME = "inline";

  /** Checks the options. */
  public InlinePass {
    opPipelines = List.copyOf(opPipelines);
    atLeastZero("max-iterations", maxIterations);
    atLeastZero("inlining-threshold", inliningThreshold.orElse(0));
    atLeastZero("max-ops", maxOps);
  }

  private static void atLeastZero(String option, int value) {
    if (value < 0) {
      throw new IllegalArgumentException(
          "expected '%s' of at least 0, but got %d".formatted(option, value));
    }
  }

  @Override
  public PassInfo info() {
    return PassInfo.of(NAME, "puts the bodies of functions in the place of calls")
        .titled("Inliner")
        .on(Anchor.MODULE)
        .describedAs(
            """
            A func.call of a function with one block becomes a copy of that block's operations. Calls \
            of a function that calls itself, of a declaration, of a function with several \
            blocks and of one with an operation that no dialect defines stay, and a remark \
            (--remarks=missed) says so. What came with a body is not replaced by that body again. Each function is simplified by a pipeline before it is inlined, and after others were. \
            Private functions that nothing refers to any more go. Modules inside are looked after too.

            before:
              func.func private @twice(%x: tensor<4xf32>) -> tensor<4xf32> {
                %0 = nn.add %x, %x : tensor<4xf32>
                return %0 : tensor<4xf32>
              }
              func.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {
                %0 = call @twice(%x) : (tensor<4xf32>) -> tensor<4xf32>
                return %0 : tensor<4xf32>
              }
            after:
              func.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {
                %0 = nn.add %x, %x : tensor<4xf32>
                return %0 : tensor<4xf32>
              }""")
        .option("default-pipeline", "what simplifies functions; any() leaves them as they are")
        .option("op-pipelines", "what simplifies those that they are anchored on, instead")
        .option(
            "max-iterations",
            "how many times to look for calls in one function at most; 0 counts as 1")
        .option(
            "inlining-threshold",
            "inline no function with more than so many percent of the caller's operations")
        .option("max-ops", "how many operations a function may come to hold at most")
        .statistic("num-inlined", "Number of calls inlined");
  }

  @Override
  public void run(Operation module, PassContext context) {
    CallGraph graph = CallGraph.of(module);
    new Inliner(graph, new SymbolUses(module, graph), this, context).run();
  }
}
