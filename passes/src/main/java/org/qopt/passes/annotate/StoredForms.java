package org.qopt.passes.annotate;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.quantize.NumberFormat;
import org.qopt.quantize.OpRule;
import org.qopt.quantize.OperandRole;
import org.qopt.quantize.QuantProfile;
import org.qopt.quantize.recipe.RefusedSetting;
import org.qopt.quantize.recipe.Selector.Role;
import org.qopt.quantize.recipe.Settings;
import org.qopt.quantize.recipe.StorageChoice;

/** How each value of a function is stored: as the profile says, or as a recipe asks. */
final class StoredForms {
  private final QuantProfile profile;
  private final RecipeUse recipe;
  private final Map<ParameterClass, NumberFormat> activations = new IdentityHashMap<>();
  private final Map<AnnotationPlan.Use, NumberFormat> weights = new HashMap<>();

  private StoredForms(QuantProfile profile, RecipeUse recipe) {
    this.profile = profile;
    this.recipe = recipe;
  }

  /**
   * {@return the forms of what is planned}
   *
   * @throws org.qopt.ir.diagnostic.InvalidInputException if the recipe asks for what the profile
   *     cannot do
   */
  static StoredForms of(
      AnnotationPlan plan, QuantizedOps quantized, QuantProfile profile, RecipeUse recipe) {
    StoredForms forms = new StoredForms(profile, recipe);
    plan.observed().values().forEach(forms::decide);
    plan.requantized().values().forEach(forms::decide);
    quantized.rules().forEach(forms::decideWeights);
    return forms;
  }

  /** {@return how the values of a set are stored} */
  NumberFormat activation(ParameterClass set) {
    return activations.get(set.root());
  }

  /** {@return how the weights that {@code user} takes as an operand are stored} */
  NumberFormat weight(Operation user, int operand) {
    return weights.get(new AnnotationPlan.Use(user, operand));
  }

  private void decide(ParameterClass set) {
    if (activations.containsKey(set.root())) {
      return;
    }
    Settings settings = Settings.of(set.rules().keySet());
    try {
      activations.put(
          set.root(), StorageChoice.of(profile.activation(), Role.ACTIVATION, settings));
    } catch (RefusedSetting refused) {
      throw recipe.refusal(refused, set.rules().get(refused.chosen().rule()));
    }
  }

  private void decideWeights(Operation operation, OpRule rule) {
    for (int i = 0; i < operation.operandCount(); i++) {
      if (rule.role(i) instanceof OperandRole.Weight(_, boolean apart)) {
        Value weight = operation.operand(i);
        NumberFormat own = apart ? profile.weight().apart() : profile.weight();
        try {
          weights.put(
              new AnnotationPlan.Use(operation, i),
              StorageChoice.of(own, Role.WEIGHT, recipe.ofWeight(weight, operation)));
        } catch (RefusedSetting refused) {
          throw recipe.refusal(refused, weight);
        }
      }
    }
  }
}
