package org.qopt.quantize;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.qopt.dialect.bfp.BlockType;
import org.qopt.dialect.quant.StorageType;

/**
 * What a target can hold and compute, as data: the passes that decide about precision read nothing
 * else of a target.
 *
 * @param name the target's name, which a program annotated for it carries
 * @param activation how activations are stored
 * @param weight how weights are stored
 * @param bias how biases are stored
 * @param rules the operations, by name
 * @param alternatives for operations without a rule: the nearest form that has one, by name
 * @param anchors the operations for whose sake values are quantized, by name. Where there are some,
 *     an operation that has no form stays float, and so does any other whose form would cost more
 *     casts than it saves; where there are none, every operation must have a form
 */
public record QuantProfile(
    String name,
    NumberFormat activation,
    NumberFormat weight,
    NumberFormat bias,
    ImmutableMap<String, OpRule> rules,
    ImmutableMap<String, String> alternatives,
    ImmutableSet<String> anchors) {

  /** {@return the profile with these rules, under which every operation must have a form} */
  public static QuantProfile of(
      String name,
      StorageType activation,
      StorageType weight,
      StorageType bias,
      List<OpRule> rules,
      Map<String, String> alternatives) {
    return new QuantProfile(
        name,
        new NumberFormat.Affine(activation),
        new NumberFormat.Affine(weight),
        new NumberFormat.Affine(bias),
        rules.stream().collect(ImmutableMap.toImmutableMap(OpRule::op, Function.identity())),
        ImmutableMap.copyOf(alternatives),
        ImmutableSet.of());
  }

  /** {@return the profile with these rules, for block floating point} */
  public static QuantProfile of(
      String name,
      BlockType activation,
      BlockType weight,
      BlockType bias,
      List<OpRule> rules,
      Map<String, String> alternatives) {
    return new QuantProfile(
        name,
        new NumberFormat.Block(activation),
        new NumberFormat.Block(weight),
        new NumberFormat.Block(bias),
        rules.stream().collect(ImmutableMap.toImmutableMap(OpRule::op, Function.identity())),
        ImmutableMap.copyOf(alternatives),
        ImmutableSet.of());
  }

  /** {@return this profile, under which float islands may lie between the anchors} */
  public QuantProfile withIslands(String... newAnchors) {
    return new QuantProfile(
        name, activation, weight, bias, rules, alternatives, ImmutableSet.copyOf(newAnchors));
  }

  /** {@return whether operations without a form may stay float} */
  public boolean hasIslands() {
    return !anchors.isEmpty();
  }

  /** {@return the rule for the operation {@code op}, if the target has it} */
  public Optional<OpRule> rule(String op) {
    return Optional.ofNullable(rules.get(op));
  }

  /** {@return the nearest form of an operation that has no rule, as advice} */
  public String alternative(String op) {
    return Optional.ofNullable(alternatives.get(op))
        .orElseGet(() -> "one of " + String.join(", ", rules.keySet()));
  }

  /** {@return how the target's form is called in messages: {@code int8} for 8-bit storage} */
  public String precision() {
    return activation.precision();
  }
}
