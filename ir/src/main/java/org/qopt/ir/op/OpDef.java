package org.qopt.ir.op;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.interpret.KernelFactory;

/**
 * The definition of a kind of operation: the one source from which its reading, printing,
 * verification, evaluation and documentation follow. Made by {@link #named}.
 *
 * @param name the full name, such as {@code nn.conv2d}
 * @param summary what it does, in a phrase
 * @param description the semantics: formula, shapes, layout, units
 * @param example a function in QIR that parses and verifies; may be empty
 * @param operands the operands, optional and variadic ones last
 * @param attributes the attributes that belong to it
 * @param results the results
 * @param regions the number of regions
 * @param traits what it has in common with others
 * @param clauses the rules that a valid one keeps
 * @param inference computes the result types, if the operands determine them
 * @param kernel computes the results, if the interpreter can run it
 * @param resultName how the printer names results, {@code %cst} for {@code cst}; empty for numbers
 */
public record OpDef(
    String name,
    String summary,
    String description,
    String example,
    ImmutableList<ValueDef> operands,
    ImmutableMap<String, AttributeDef> attributes,
    ImmutableList<ValueDef> results,
    int regions,
    ImmutableSet<Trait> traits,
    ImmutableList<Clause> clauses,
    Optional<TypeInference> inference,
    Optional<KernelFactory> kernel,
    String resultName) {

  /** {@return the beginnings of the definition of {@code name}} */
  public static OpDefBuilder named(String name) {
    return new OpDefBuilder(name);
  }

  /** {@return the namespace of the dialect: what stands before the first dot} */
  public String dialect() {
    return name.substring(0, name.indexOf('.'));
  }

  /** {@return the name without the dialect} */
  public String mnemonic() {
    return name.substring(name.indexOf('.') + 1);
  }

  /** {@return whether {@code attribute} is one that the definition declares} */
  public boolean declares(String attribute) {
    return attributes.containsKey(attribute);
  }

  /** {@return the default of {@code attribute}, if it is declared and has one} */
  public Optional<Attribute> defaultOf(String attribute) {
    return Optional.ofNullable(attributes.get(attribute)).flatMap(AttributeDef::defaultValue);
  }

  /** {@return every default, by name of the attribute} */
  public ImmutableMap<String, Attribute> defaults() {
    ImmutableMap.Builder<String, Attribute> defaults = ImmutableMap.builder();
    attributes
        .values()
        .forEach(def -> def.defaultValue().ifPresent(value -> defaults.put(def.name(), value)));
    return defaults.build();
  }

  // Definitions are compared by identity: there is one of each, and its parts are functions.
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return name;
  }
}
