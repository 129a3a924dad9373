package org.qopt.passes.shapeinference;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.math.LongMath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;

/**
 * A dimension as a polynomial of dimensions that are not known. {@code 2·a + 3} is {@code {[a]: 2,
 * []: 3}}; what is equal as a polynomial is equal.
 *
 * @param terms the factor of each product of symbols, none 0; symbols are in ascending order
 */
record Dim(ImmutableMap<ImmutableList<Integer>, Long> terms) {
  // What grows beyond this is not computed for anyone's benefit.
  private static final int MOST_TERMS = 16;
  private static final int HIGHEST_DEGREE = 8;

  private static final ImmutableList<Integer> ONE = ImmutableList.of();

  /** {@return a dimension that is known} */
  static Dim of(long value) {
    return new Dim(value == 0 ? ImmutableMap.of() : ImmutableMap.of(ONE, value));
  }

  /** {@return a dimension that is not known, of which {@code symbol} is the number} */
  static Dim symbol(int symbol) {
    return new Dim(ImmutableMap.of(ImmutableList.of(symbol), 1L));
  }

  /** {@return its value, if it is known} */
  OptionalLong known() {
    if (terms.isEmpty()) {
      return OptionalLong.of(0);
    }
    Long constant = terms.get(ONE);
    return terms.size() == 1 && constant != null ? OptionalLong.of(constant) : OptionalLong.empty();
  }

  /** {@return whether it is known to be {@code value}} */
  boolean is(long value) {
    return known().isPresent() && known().getAsLong() == value;
  }

  /** {@return a number that it is not less than, for its symbols stand for at least 1} */
  OptionalLong least() {
    long least = 0;
    for (Map.Entry<ImmutableList<Integer>, Long> term : terms.entrySet()) {
      if (term.getValue() < 0 && !term.getKey().isEmpty()) {
        return OptionalLong.empty();
      }
      least = LongMath.saturatedAdd(least, term.getValue());
    }
    return OptionalLong.of(least);
  }

  /** {@return the symbols that it is made of, in the order in which they occur} */
  ImmutableSet<Integer> symbols() {
    return terms.keySet().stream()
        .flatMap(ImmutableList::stream)
        .collect(ImmutableSet.toImmutableSet());
  }

  /** {@return the sum, or empty if it is too large} */
  Optional<Dim> plus(Dim other) {
    Map<ImmutableList<Integer>, Long> sum = new HashMap<>(terms);
    other.terms.forEach((product, factor) -> sum.merge(product, factor, LongMath::saturatedAdd));
    return checked(sum);
  }

  /** {@return the product, or empty if it is too large} */
  Optional<Dim> times(Dim other) {
    Map<ImmutableList<Integer>, Long> result = new HashMap<>();
    terms.forEach(
        (product, factor) ->
            other.terms.forEach(
                (otherProduct, otherFactor) ->
                    result.merge(
                        joined(product, otherProduct),
                        LongMath.saturatedMultiply(factor, otherFactor),
                        LongMath::saturatedAdd)));
    return checked(result);
  }

  /** {@return what gives this when multiplied by {@code divisor}, if that is found} */
  Optional<Dim> dividedBy(Dim divisor) {
    if (divisor.terms.isEmpty()) {
      return Optional.empty();
    }
    if (equals(divisor)) {
      return Optional.of(of(1));
    }
    if (divisor.terms.size() > 1) {
      return Optional.empty();
    }
    var by = divisor.terms.entrySet().iterator().next();
    Map<ImmutableList<Integer>, Long> quotient = new HashMap<>();
    for (var term : terms.entrySet()) {
      Optional<ImmutableList<Integer>> rest = without(term.getKey(), by.getKey());
      if (rest.isEmpty() || term.getValue() % by.getValue() != 0) {
        return Optional.empty();
      }
      quotient.put(rest.get(), term.getValue() / by.getValue());
    }
    return checked(quotient);
  }

  /** {@return the multiple of {@code divisor} in it: each factor divided and rounded down} */
  Dim quotient(long divisor) {
    return eachFactor(factor -> Math.floorDiv(factor, divisor));
  }

  /** {@return what {@link #quotient} leaves: each factor from 0 to below {@code divisor}} */
  Dim rest(long divisor) {
    return eachFactor(factor -> Math.floorMod(factor, divisor));
  }

  private Dim eachFactor(LongUnaryOperator change) {
    ImmutableMap.Builder<ImmutableList<Integer>, Long> changed = ImmutableMap.builder();
    terms.forEach(
        (product, factor) -> {
          long now = change.applyAsLong(factor);
          if (now != 0) {
            changed.put(product, now);
          }
        });
    return new Dim(changed.buildOrThrow());
  }

  private static ImmutableList<Integer> joined(ImmutableList<Integer> a, ImmutableList<Integer> b) {
    return Stream.concat(a.stream(), b.stream()).sorted().collect(ImmutableList.toImmutableList());
  }

  private static Optional<ImmutableList<Integer>> without(
      ImmutableList<Integer> product, ImmutableList<Integer> divisor) {
    List<Integer> rest = new ArrayList<>(product);
    for (Integer symbol : divisor) {
      if (!rest.remove(symbol)) {
        return Optional.empty();
      }
    }
    return Optional.of(ImmutableList.copyOf(rest));
  }

  private static Optional<Dim> checked(Map<ImmutableList<Integer>, Long> terms) {
    terms.values().removeIf(factor -> factor == 0);
    boolean small =
        terms.size() <= MOST_TERMS
            && terms.entrySet().stream()
                .allMatch(
                    term ->
                        term.getKey().size() <= HIGHEST_DEGREE
                            && term.getValue() != Long.MAX_VALUE
                            && term.getValue() != Long.MIN_VALUE);
    return small ? Optional.of(new Dim(ImmutableMap.copyOf(terms))) : Optional.empty();
  }
}
