package org.qopt.passes.annotate;

import java.util.HashSet;
import java.util.Set;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Operation;
import org.qopt.quantize.QuantProfile;

/**
 * All that is decided about a function before it is annotated.
 *
 * @param function the function
 * @param quantized which operations are quantized
 * @param values which values have which parameters in common
 * @param forms how they are stored
 * @param carried the parameters that the program carries
 */
record FunctionPlan(
    FuncOp function,
    QuantizedOps quantized,
    AnnotationPlan values,
    StoredForms forms,
    CarriedParameters carried) {
  /**
   * {@return what is decided about {@code function}}
   *
   * @param carried the parameters that the program carries
   * @param calibrated whether ranges of other values are known, too; without, operations that take
   *     or compute a value of which nothing is known stay float where the profile allows it
   */
  static FunctionPlan of(
      FuncOp function,
      QuantProfile profile,
      RecipeUse recipe,
      CarriedParameters carried,
      boolean calibrated) {
    Set<Operation> unknown = new HashSet<>();
    while (true) {
      QuantizedOps quantized = QuantizedOps.of(function, profile, recipe, unknown);
      AnnotationPlan values = AnnotationPlan.of(function, profile, quantized, recipe, carried);
      boolean more =
          profile.hasIslands()
              && !calibrated
              && !carried.isEmpty()
              && unknown.addAll(quantized.thatConcern(values.withoutParameters()));
      if (!more) {
        StoredForms forms = StoredForms.of(values, quantized, profile, recipe);
        return new FunctionPlan(function, quantized, values, forms, carried);
      }
    }
  }
}
