package org.qopt.passes.annotate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qopt.ir.Value;
import org.qopt.quantize.recipe.RecipeRule;

/**
 * Values that must be stored alike, with one scale and zero point: a set of a union-find forest. An
 * object of this class is the membership of one value; {@link #root()} stands for the set.
 */
final class ParameterClass {
  private ParameterClass parent = this;
  private int members = 1;
  private Optional<Prescription> fixed;

  // What a recipe says of one member holds for all; the value is the first that a rule is about.
  private final Map<RecipeRule, Value> rules = new LinkedHashMap<>();

  private ParameterClass(Optional<Prescription> fixed) {
    this.fixed = fixed;
  }

  /** {@return a value by itself, whose parameters follow from its range} */
  static ParameterClass free() {
    return new ParameterClass(Optional.empty());
  }

  /** {@return a value by itself whose parameters are prescribed} */
  static ParameterClass of(Prescription parameters) {
    return new ParameterClass(Optional.of(parameters));
  }

  /** {@return this, a value by itself of which these rules of a recipe speak} */
  ParameterClass under(List<RecipeRule> recipe, Value value) {
    recipe.forEach(rule -> rules.put(rule, value));
    return this;
  }

  /** {@return what stands for the set} */
  ParameterClass root() {
    ParameterClass root = this;
    while (root.parent != root) {
      root.parent = root.parent.parent;
      root = root.parent;
    }
    return root;
  }

  /** {@return where the parameters of the set come from, if they are prescribed} */
  Optional<Prescription> fixed() {
    return root().fixed;
  }

  /** Gives the set, whose parameters are free, those of {@code prescription}. */
  void prescribe(Prescription prescription) {
    root().fixed = Optional.of(prescription);
  }

  /** {@return the rules of a recipe that speak of members, and a member of which each speaks} */
  Map<RecipeRule, Value> rules() {
    return root().rules;
  }

  /** {@return whether the set has other members} */
  boolean isShared() {
    return root().members > 1;
  }

  /**
   * {@return this value's set after it took in that of the other, which has no other prescription}
   */
  ParameterClass union(ParameterClass other) {
    ParameterClass into = root();
    ParameterClass from = other.root();
    if (into != from) {
      from.parent = into;
      into.members += from.members;
      into.fixed = into.fixed.or(() -> from.fixed);
      from.rules.forEach(into.rules::putIfAbsent);
    }
    return into;
  }
}
