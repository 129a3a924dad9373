package org.qopt.filecheck;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalInt;

/** A numeric variable; expressions hold on to it, so that a new value reaches them. */
final class NumericVariable {
  private final String name;
  private final NumericFormat format;
  private final OptionalInt definitionLine;
  private Optional<BigInteger> value = Optional.empty();
  private Optional<Span> captured = Optional.empty();

  NumericVariable(String name, NumericFormat format, OptionalInt definitionLine) {
    this.name = name;
    this.format = format;
    this.definitionLine = definitionLine;
  }

  String name() {
    return name;
  }

  /** {@return the format in which the variable was captured, which its uses inherit} */
  NumericFormat format() {
    return format;
  }

  /** {@return the line of the directive that defines it; absent for command line definitions} */
  OptionalInt definitionLine() {
    return definitionLine;
  }

  Optional<BigInteger> value() {
    return value;
  }

  /** {@return where in the input the value was found} */
  Optional<Span> captured() {
    return captured;
  }

  void define(BigInteger newValue) {
    value = Optional.of(newValue);
    captured = Optional.empty();
  }

  void capture(Span place) {
    value = Optional.of(format.parse(place.text()));
    captured = Optional.of(place);
  }

  void clear() {
    value = Optional.empty();
    captured = Optional.empty();
  }
}
