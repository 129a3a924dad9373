package org.qopt.dialect.func;

import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.SymbolRefAttr;
import org.qopt.ir.op.Attributes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.op.TypeConstraint;

/**
 * {@code func.call}: calls a function of the same module.
 *
 * @param operation the operation
 */
public record CallOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("func.call")
          .summary("calls a function")
          .description("Operands and results are those of the function that 'callee' names.")
          .example(
              """
              func.func private @g(tensor<2xf32>) -> tensor<2xf32>
              func.func @f(%arg0: tensor<2xf32>) -> tensor<2xf32> {
                %0 = call @g(%arg0) : (tensor<2xf32>) -> tensor<2xf32>
                return %0 : tensor<2xf32>
              }""")
          .variadicOperand("operands", TypeConstraint.ANY)
          .attribute("callee", Attributes.SYMBOL)
          .variadicResult("results", TypeConstraint.ANY)
          .traits(Traits.SYMBOL_USER)
          .build();

  /** {@return the name of the function} */
  public String callee() {
    return operation.required("callee", SymbolRefAttr.class).root();
  }
}
