package org.qopt.filecheck;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The string and numeric variables of one run. */
final class Variables {
  /** The pseudo variable that holds the line of the directive that uses it. */
  static final String LINE = "@LINE";

  private final Map<String, String> strings = new HashMap<>();
  private final Set<String> stringNames = new HashSet<>();
  private final Map<String, NumericVariable> numbers = new HashMap<>();
  private final Map<String, Double> floats = new HashMap<>();
  private final Set<String> floatNames = new HashSet<>();
  private final NumericVariable line =
      new NumericVariable(LINE, NumericFormat.UNSIGNED, OptionalInt.empty());

  /** Makes {@code @LINE} known; not before the definitions of the command line were read. */
  void enableLine() {
    numbers.put(LINE, line);
  }

  NumericVariable line() {
    return line;
  }

  Optional<String> string(String name) {
    return Optional.ofNullable(strings.get(name));
  }

  void defineString(String name, String value) {
    strings.put(name, value);
  }

  /** Notes that a pattern defines the string variable, so that no number may take the name. */
  void declareString(String name) {
    stringNames.add(name);
  }

  boolean isString(String name) {
    return stringNames.contains(name);
  }

  /** {@return whether the name is one of a number, whole or not} */
  boolean isNumber(String name) {
    return numbers.containsKey(name) || floatNames.contains(name);
  }

  /** Notes that a pattern defines the variable to be a float. */
  void declareFloat(String name) {
    floatNames.add(name);
  }

  void defineFloat(String name, double value) {
    floats.put(name, value);
  }

  /** {@return the value of a variable of either kind of numbers, if it has one} */
  Optional<Double> floatValue(String name) {
    Optional<Double> value = Optional.ofNullable(floats.get(name));
    return value.isPresent()
        ? value
        : number(name).flatMap(NumericVariable::value).map(BigInteger::doubleValue);
  }

  Optional<NumericVariable> number(String name) {
    return Optional.ofNullable(numbers.get(name));
  }

  void declareNumber(NumericVariable variable) {
    numbers.put(variable.name(), variable);
  }

  /** Forgets the variables whose names do not start with {@code $}. */
  void clearLocals() {
    strings.keySet().removeIf(name -> !name.startsWith("$"));
    floats.keySet().removeIf(name -> !name.startsWith("$"));
    for (NumericVariable variable : numbers.values()) {
      if (!variable.name().startsWith("$")) {
        variable.clear();
      }
    }
    numbers.keySet().removeIf(name -> !name.startsWith("$"));
  }
}
