package org.qopt.rewrite.data;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Operation;
import org.qopt.ir.OperationState;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.Type;
import org.qopt.ir.verify.Verifier;

/**
 * A new operation that a pattern makes.
 *
 * @param slot where it is bound
 * @param name its full name
 * @param def its definition, if it is known
 * @param operands the numbers of its operands
 * @param attributes the numbers of its attributes, by name
 * @param literals attributes that the pattern says
 * @param types the numbers of its result types; none where they are inferred
 * @param results which of its results are bound: the index of each, by the number of the value
 */
record NewOperation(
    int slot,
    String name,
    Optional<OpDef> def,
    ImmutableList<Integer> operands,
    ImmutableMap<String, Integer> attributes,
    DictionaryAttr literals,
    ImmutableList<Integer> types,
    ImmutableMap<Integer, Integer> results) {

  /**
   * Makes it, in no block, binds it and adds it to {@code made}.
   *
   * @return why it would be invalid, if it would
   */
  Optional<String> make(Location location, Bindings bindings, List<Operation> made) {
    for (int operand : operands) {
      Optional<String> refusal = bindings.noValue(operand);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    List<Value> values = operands.stream().map(bindings::value).toList();
    Map<String, Attribute> all = new TreeMap<>(literals.entries());
    attributes.forEach(
        (key, from) -> all.put(key, ((Bound.ToAttribute) bindings.at(from)).attribute()));
    DictionaryAttr dictionary = DictionaryAttr.of(all);
    try {
      List<Type> resultTypes = types(location, values, dictionary, bindings);
      Operation operation =
          new Operation(
              OperationState.of(name, def, location)
                  .addOperands(values)
                  .addResults(resultTypes)
                  .setAll(dictionary));
      made.add(operation);
      bindings.bind(slot, new Bound.ToOperation(operation));
      Diagnostics found = new Diagnostics();
      Verifier.verify(operation, found);
      found.throwIfErrors();
      return bindResults(operation, bindings);
    } catch (InvalidInputException e) {
      return Optional.of("the new operation would be invalid: " + e.getMessage());
    }
  }

  private Optional<String> bindResults(Operation operation, Bindings bindings) {
    for (Map.Entry<Integer, Integer> entry : results.entrySet()) {
      if (entry.getValue() >= operation.results().size()) {
        return Optional.of(
            "the new '%s' has no result #%d".formatted(operation.name(), entry.getValue()));
      }
      bindings.bind(entry.getKey(), new Bound.ToValue(operation.result(entry.getValue())));
    }
    return Optional.empty();
  }

  private List<Type> types(
      Location location, List<Value> values, DictionaryAttr dictionary, Bindings bindings) {
    if (!types.isEmpty() || def.filter(known -> known.inference().isPresent()).isEmpty()) {
      return types.stream().map(from -> ((Bound.ToType) bindings.at(from)).type()).toList();
    }
    return OpBuilder.inferTypes(def.get(), location, values, dictionary);
  }
}
