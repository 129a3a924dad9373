package org.qopt.ir.op;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.interpret.KernelFactory;
import org.qopt.ir.op.ValueDef.Arity;

/** Builds an {@link OpDef}, part by part in the order in which its documentation lists them. */
public final class OpDefBuilder {
  private final String name;
  private String summary = "";
  private String description = "";
  private String example = "";
  private String resultName = "";
  private int regions;
  private int clauseCount;
  private final ImmutableList.Builder<ValueDef> operands = ImmutableList.builder();
  private final ImmutableMap.Builder<String, AttributeDef> attributes = ImmutableMap.builder();
  private final ImmutableList.Builder<ValueDef> results = ImmutableList.builder();
  private final ImmutableSet.Builder<Trait> traits = ImmutableSet.builder();
  private final ImmutableList.Builder<Clause> clauses = ImmutableList.builder();
  private Optional<TypeInference> inference = Optional.empty();
  private Optional<KernelFactory> kernel = Optional.empty();

  OpDefBuilder(String name) {
    if (name.indexOf('.') <= 0) {
      throw new IllegalArgumentException("not of the form dialect.name: " + name);
    }
    this.name = name;
  }

  /** What it does, in a phrase. */
  public OpDefBuilder summary(String text) {
    summary = text;
    return this;
  }

  /** The semantics: formula, shapes, layout, units. */
  public OpDefBuilder description(String text) {
    description = text;
    return this;
  }

  /** A function in QIR that parses and verifies; it stands in the documentation. */
  public OpDefBuilder example(String qir) {
    example = qir;
    return this;
  }

  /** An operand. */
  public OpDefBuilder operand(String operandName, TypeConstraint constraint) {
    operands.add(new ValueDef(operandName, constraint, Arity.SINGLE));
    return this;
  }

  /** An operand that may be absent; those after it must be optional too. */
  public OpDefBuilder optionalOperand(String operandName, TypeConstraint constraint) {
    operands.add(new ValueDef(operandName, constraint, Arity.OPTIONAL));
    return this;
  }

  /** The last operand, any number of times. */
  public OpDefBuilder variadicOperand(String operandName, TypeConstraint constraint) {
    operands.add(new ValueDef(operandName, constraint, Arity.VARIADIC));
    return this;
  }

  /** An attribute that must be there. */
  public OpDefBuilder attribute(String attributeName, AttributeConstraint constraint) {
    return add(new AttributeDef(attributeName, constraint, Optional.empty(), false));
  }

  /** An attribute that is {@code value} when it is not written. */
  public OpDefBuilder attribute(
      String attributeName, AttributeConstraint constraint, Attribute value) {
    return add(new AttributeDef(attributeName, constraint, Optional.of(value), false));
  }

  /** An attribute that may be absent. */
  public OpDefBuilder optionalAttribute(String attributeName, AttributeConstraint constraint) {
    return add(new AttributeDef(attributeName, constraint, Optional.empty(), true));
  }

  /** Adds what {@code part} adds: attributes that several operations have in common. */
  public OpDefBuilder with(UnaryOperator<OpDefBuilder> part) {
    return part.apply(this);
  }

  private OpDefBuilder add(AttributeDef attribute) {
    attributes.put(attribute.name(), attribute);
    return this;
  }

  /** A result. */
  public OpDefBuilder result(String valueName, TypeConstraint constraint) {
    results.add(new ValueDef(valueName, constraint, Arity.SINGLE));
    return this;
  }

  /** The last result, any number of times. */
  public OpDefBuilder variadicResult(String valueName, TypeConstraint constraint) {
    results.add(new ValueDef(valueName, constraint, Arity.VARIADIC));
    return this;
  }

  /** How the printer names results: {@code %cst}, {@code %cst_0} for {@code cst}. */
  public OpDefBuilder resultName(String prefix) {
    resultName = prefix;
    return this;
  }

  /** The number of regions. */
  public OpDefBuilder regions(int count) {
    regions = count;
    return this;
  }

  /** What it has in common with others. */
  public OpDefBuilder traits(Trait... some) {
    traits.add(some);
    return this;
  }

  /** The next rule, (C1), (C2), ...; a golden test named {@code mnemonic_c1} breaks it. */
  public OpDefBuilder clause(String text, Clause.Check check) {
    clauseCount++;
    clauses.add(new Clause("C" + clauseCount, text, check));
    return this;
  }

  /** How the result types follow from the operands. */
  public OpDefBuilder infer(TypeInference function) {
    inference = Optional.of(function);
    return this;
  }

  /** How the interpreter computes the results. */
  public OpDefBuilder kernel(KernelFactory factory) {
    kernel = Optional.of(factory);
    return this;
  }

  /** {@return the definition} */
  public OpDef build() {
    return new OpDef(
        name,
        summary,
        description,
        example,
        operands.build(),
        attributes.buildOrThrow(),
        results.build(),
        regions,
        traits.build(),
        clauses.build(),
        inference,
        kernel,
        resultName);
  }
}
