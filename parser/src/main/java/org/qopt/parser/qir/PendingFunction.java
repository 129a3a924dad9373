package org.qopt.parser.qir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;
import org.qopt.ir.attribute.ArrayAttr;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.type.FunctionType;
import org.qopt.ir.type.Type;

/** The signature of a function, as far as it has been read. */
final class PendingFunction {
  /** An argument that has a name. */
  record Argument(Token name, Type type, Optional<Token> location) {}

  private final List<Argument> arguments = new ArrayList<>();
  private final List<Type> inputs = new ArrayList<>();
  private final List<Type> results = new ArrayList<>();
  private final List<DictionaryAttr> inputAttributes = new ArrayList<>();
  private final List<DictionaryAttr> resultAttributes = new ArrayList<>();

  void addArgument(Argument argument, DictionaryAttr attributes) {
    arguments.add(argument);
    addInput(argument.type(), attributes);
  }

  void addInput(Type type, DictionaryAttr attributes) {
    inputs.add(type);
    inputAttributes.add(attributes);
  }

  void addResult(Type type, DictionaryAttr attributes) {
    results.add(type);
    resultAttributes.add(attributes);
  }

  /** {@return the name of an attribute that the function's form says already, if one is given} */
  static Optional<String> saidTwice(DictionaryAttr attributes) {
    return Stream.of("sym_name", "function_type", "sym_visibility")
        .filter(name -> attributes.find(name).isPresent())
        .findFirst();
  }

  /** {@return the arguments that have names: none or all} */
  List<Argument> arguments() {
    return arguments;
  }

  List<Type> inputs() {
    return inputs;
  }

  FunctionType type() {
    return FunctionType.of(inputs, results);
  }

  /** {@return {@code arg_attrs}, if an argument has attributes} */
  Optional<ArrayAttr> argumentDictionaries() {
    return dictionaries(inputAttributes);
  }

  /** {@return {@code res_attrs}, if a result has attributes} */
  Optional<ArrayAttr> resultDictionaries() {
    return dictionaries(resultAttributes);
  }

  private static Optional<ArrayAttr> dictionaries(List<DictionaryAttr> all) {
    for (DictionaryAttr one : all) {
      if (!one.isEmpty()) {
        return Optional.of(ArrayAttr.of(all));
      }
    }
    return Optional.empty();
  }
}
