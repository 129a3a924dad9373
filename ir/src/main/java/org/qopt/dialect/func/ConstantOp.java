package org.qopt.dialect.func;

import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.SymbolRefAttr;
import org.qopt.ir.op.Attributes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;

/**
 * {@code func.constant}: a function as a value.
 *
 * @param operation the operation
 */
public record ConstantOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("func.constant")
          .summary("a function as a value")
          .description("The result is the function that 'value' names; its type is the result's.")
          .example(
              """
              func.func private @g(tensor<2xf32>) -> tensor<2xf32>
              func.func @f() {
                %g = constant @g : (tensor<2xf32>) -> tensor<2xf32>
                return
              }""")
          .attribute("value", Attributes.SYMBOL)
          .result("result", CallIndirectOp.FUNCTION)
          .traits(Traits.PURE, Traits.CONSTANT_LIKE, Traits.SYMBOL_USER)
          .resultName("f")
          .build();

  /** {@return the name of the function} */
  public String function() {
    return operation.required("value", SymbolRefAttr.class).root();
  }
}
