package org.qopt.passes.cse;

import org.qopt.ir.Operation;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInfo;
import org.qopt.passes.analysis.DominanceAnalysis;

/**
 * {@code cse}: of operations without side effects that compute the same from the same values, the
 * one that all ways to the others pass stays. Unused ones are removed.
 */
public record CsePass() implements Pass {
  private static final PassInfo INFO =
      PassInfo.of("cse", "removes what is computed twice")
          .titled("CSE")
          .describedAs(
              """
              Operations without side effects that are equal in kind, operands, attributes and types \
              compute the same: the one that is passed on every way to the others stays, under its \
              name. The order of the operands does not matter where the operation is commutative.

              ```mlir
              %0 = nn.relu %x : tensor<4xf32>
              %1 = nn.relu %x : tensor<4xf32>
              %2 = nn.add %0, %1 : tensor<4xf32>
              ```
              becomes
              ```mlir
              %0 = nn.relu %x : tensor<4xf32>
              %1 = nn.add %0, %0 : tensor<4xf32>
              ```""")
          .statistic("num-cse'd", "Number of operations CSE'd")
          .statistic("num-dce'd", "Number of operations DCE'd");

  @Override
  public PassInfo info() {
    return INFO;
  }

  @Override
  public void run(Operation operation, PassContext context) {
    boolean changed =
        new EqualOperations(context.analysis(DominanceAnalysis.KIND), context).merge(operation);
    if (changed) {
      context.preserve(DominanceAnalysis.KIND);
    } else {
      context.preserveAll();
    }
  }
}
