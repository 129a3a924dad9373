package org.qopt.passes.shapeinference;

import org.qopt.dialect.builtin.ModuleOp;
import org.qopt.ir.Operation;
import org.qopt.pass.Anchor;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInfo;

/**
 * {@code shape-inference}: finds out the dimensions of values from those of the public functions'
 * arguments.
 *
 * <ol>
 *   <li>In each function, in order, the result types of each operation are inferred from its
 *       operands'; what they say is added to what was known.
 *   <li>The arguments of a private function become what all its calls have in common, those of a
 *       block what all branches to it pass.
 *   <li>Results of functions and of their calls become what is returned.
 *   <li>This is repeated until nothing changes. Types only ever say more, so that there is an end.
 * </ol>
 *
 * @param requireStatic whether it is an error if a dimension stays unknown
 */
public record ShapeInferencePass(boolean requireStatic) implements Pass {
  private static final PassInfo INFO =
      PassInfo.of("shape-inference", "finds out the dimensions of values")
          .on(Anchor.MODULE)
          .describedAs(
              """
              Follows the dimensions of arguments through functions and calls. Shapes that the program \
              itself computes, by nn.shape and what follows it, count as known where they are. Unknown \
              dimensions are reasoned about as symbols: where x has shape ?x4x8, a reshape of it to its \
              own first dimension and -1 is ?x32; windows of one stride leave equally many rows of equal \
              images. The arguments of blocks are followed through cf.br and cf.cond_br; other \
              terminators leave them as they are.

              ```mlir
              func.func @main(%x: tensor<1x8xf32>) -> tensor<?x?xf32> {
                %0 = nn.relu %x : tensor<?x?xf32>
                return %0 : tensor<?x?xf32>
              }
              ```
              becomes
              ```mlir
              func.func @main(%x: tensor<1x8xf32>) -> tensor<1x8xf32> {
                %0 = nn.relu %x : tensor<1x8xf32>
                return %0 : tensor<1x8xf32>
              }
              ```""")
          .option("require-static", "fail if a dimension stays unknown, and say of which values");

  @Override
  public PassInfo info() {
    return INFO;
  }

  @Override
  public void run(Operation operation, PassContext context) {
    ModuleOp module = new ModuleOp(operation);
    boolean consistent = new ModuleShapes(module, context).infer();
    if (requireStatic && consistent) {
      DynamicValues.report(module, context);
    }
  }
}
