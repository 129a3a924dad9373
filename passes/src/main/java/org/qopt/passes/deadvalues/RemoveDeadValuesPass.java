package org.qopt.passes.deadvalues;

import org.qopt.ir.Operation;
import org.qopt.pass.Anchor;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInfo;

/**
 * {@code remove-dead-values}: removes what nothing needs, also across calls: operations without
 * side effects, and arguments and results of private functions.
 */
public record RemoveDeadValuesPass() implements Pass {
  @Override
  public PassInfo info() {
    return PassInfo.of("remove-dead-values", "removes values that nothing needs, across calls too")
        .on(Anchor.MODULE)
        .describedAs(
            """
            A value is needed if an operation with side effects takes it, if a function that is not \
            private returns it, or if something needed is computed from it, through calls too. What \
            is not needed goes: operations without side effects, and the arguments and results of \
            private functions that are only called.

            before:
              func.func private @f(%x: tensor<4xf32>, %y: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
                %0 = nn.tanh %y : tensor<4xf32>
                return %x, %0 : tensor<4xf32>, tensor<4xf32>
              }
              func.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {
                %0 = nn.relu %x : tensor<4xf32>
                %1:2 = call @f(%x, %0) : (tensor<4xf32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>)
                return %1#0 : tensor<4xf32>
              }
            after:
              func.func private @f(%x: tensor<4xf32>) -> tensor<4xf32> {
                return %x : tensor<4xf32>
              }
              func.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {
                %0 = call @f(%x) : (tensor<4xf32>) -> tensor<4xf32>
                return %0 : tensor<4xf32>
              }""")
        .statistic("num-ops-removed", "Number of operations removed")
        .statistic("num-arguments-removed", "Number of arguments of functions removed");
  }

  @Override
  public void run(Operation module, PassContext context) {
    PrivateFunctions functions = PrivateFunctions.of(module);
    new Removal(functions, Liveness.of(module, functions), context).run(module);
  }
}
