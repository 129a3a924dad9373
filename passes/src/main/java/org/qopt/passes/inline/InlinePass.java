package org.qopt.passes.inline;

import org.qopt.ir.Operation;
import org.qopt.pass.Anchor;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInfo;

/**
 * {@code inline}: puts the bodies of functions in the place of calls. What the calls leave unused,
 * {@code symbol-dce} removes.
 *
 * @param maxOps the most operations that a function may come to hold, so that functions that call
 *     each other twice do not grow without bound
 */
public record InlinePass(int maxOps) implements Pass {
  /** The pass with its default options. */
  public static final InlinePass DEFAULT = new InlinePass(100_000);

  /** The name of the pass. */
  static final String NAME = "inline";

  /** Checks the options. */
  public InlinePass {
    if (maxOps < 0) {
      throw new IllegalArgumentException("expected 'max-ops' of at least 0, but got " + maxOps);
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
            of a function that reaches itself, of a declaration and of a function with several blocks \
            stay, and a remark (--remarks=missed) says so. The functions stay too: symbol-dce removes \
            those that are private and not called any more.

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
        .option("max-ops", "how many operations a function may come to hold at most")
        .statistic("num-inlined", "Number of calls inlined");
  }

  @Override
  public void run(Operation module, PassContext context) {
    new Inliner(CallGraph.of(module), maxOps, context).run();
  }
}
