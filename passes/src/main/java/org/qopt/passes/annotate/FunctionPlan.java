package org.qopt.passes.annotate;

import org.qopt.dialect.func.FuncOp;
import org.qopt.quantize.QuantProfile;

/**
 * All that is decided about a function before it is annotated.
 *
 * @param function the function
 * @param quantized which operations are quantized
 * @param values which values have which parameters in common
 * @param forms how they are stored
 */
record FunctionPlan(
    FuncOp function, QuantizedOps quantized, AnnotationPlan values, StoredForms forms) {
  static FunctionPlan of(FuncOp function, QuantProfile profile, RecipeUse recipe) {
    QuantizedOps quantized = QuantizedOps.of(function, profile, recipe);
    AnnotationPlan values = AnnotationPlan.of(function, profile, quantized, recipe);
    return new FunctionPlan(
        function, quantized, values, StoredForms.of(values, quantized, profile, recipe));
  }
}
