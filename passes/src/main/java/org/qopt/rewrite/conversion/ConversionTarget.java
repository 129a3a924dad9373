package org.qopt.rewrite.conversion;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.qopt.ir.Operation;
import org.qopt.ir.op.Clause;

/**
 * Which operations are legal. What is said of an operation goes before what is said of its dialect,
 * and that before what is said of all others; of two things said of the same, the later holds.
 */
public final class ConversionTarget {
  private final ImmutableMap<String, Function<Operation, Verdict>> operations;
  private final ImmutableMap<String, Function<Operation, Verdict>> dialects;
  private final ImmutableMap<String, Predicate<Operation>> recursive;
  private final Function<Operation, Verdict> others;

  private ConversionTarget(Builder builder) {
    operations = ImmutableMap.copyOf(builder.operations);
    dialects = ImmutableMap.copyOf(builder.dialects);
    recursive = ImmutableMap.copyOf(builder.recursive);
    others = builder.others;
  }

  /** {@return a builder of a target that knows nothing} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return what this target says of {@code operation} as it is now} */
  public Verdict verdict(Operation operation) {
    Function<Operation, Verdict> rule = operations.get(operation.name());
    if (rule == null) {
      rule = dialects.getOrDefault(operation.dialect(), others);
    }
    Verdict verdict = rule.apply(operation);
    Predicate<Operation> whole = recursive.get(operation.name());
    return whole != null && verdict.equals(Verdict.LEGAL) && whole.test(operation)
        ? new Verdict.Legal(true)
        : verdict;
  }

  /**
   * Says, kind by kind, what is legal. Operations and dialects are named; they need not be known.
   */
  public static final class Builder {
    private final Map<String, Function<Operation, Verdict>> operations = new LinkedHashMap<>();
    private final Map<String, Function<Operation, Verdict>> dialects = new LinkedHashMap<>();
    private final Map<String, Predicate<Operation>> recursive = new LinkedHashMap<>();
    private Function<Operation, Verdict> others = _ -> Verdict.UNKNOWN;

    private Builder() {}

    /** Operations of these names are legal. */
    public Builder legal(String... names) {
      return add(operations, _ -> Verdict.LEGAL, names);
    }

    /** Operations of these names are illegal. */
    public Builder illegal(String... names) {
      return add(operations, _ -> Verdict.ILLEGAL, names);
    }

    /** Operations of this name are legal unless {@code check} finds a violation. */
    public Builder legalUnless(String name, Clause.Check check) {
      return add(operations, checked(check), name);
    }

    /** All operations of these dialects are legal. */
    public Builder legalDialects(String... names) {
      return add(dialects, _ -> Verdict.LEGAL, names);
    }

    /** All operations of these dialects are illegal. */
    public Builder illegalDialects(String... names) {
      return add(dialects, _ -> Verdict.ILLEGAL, names);
    }

    /** Operations of this dialect are legal unless {@code check} finds a violation. */
    public Builder legalDialectUnless(String name, Clause.Check check) {
      return add(dialects, checked(check), name);
    }

    /**
     * Operations of which nothing else is said are legal unless {@code check} finds a violation.
     */
    public Builder othersLegalUnless(Clause.Check check) {
      others = checked(check);
      return this;
    }

    /** Where an operation of this name is legal and {@code whole} holds, all in it is legal too. */
    public Builder recursivelyLegal(String name, Predicate<Operation> whole) {
      recursive.put(name, whole);
      return this;
    }

    private static Function<Operation, Verdict> checked(Clause.Check check) {
      return operation -> {
        Optional<String> violation = check.violation(operation);
        return violation.<Verdict>map(Verdict.Illegal::new).orElse(Verdict.LEGAL);
      };
    }

    private Builder add(
        Map<String, Function<Operation, Verdict>> to,
        Function<Operation, Verdict> rule,
        String... names) {
      for (String name : names) {
        to.put(name, rule);
      }
      return this;
    }

    /** {@return the target} */
    public ConversionTarget build() {
      return new ConversionTarget(this);
    }
  }
}
