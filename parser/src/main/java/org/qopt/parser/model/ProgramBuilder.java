package org.qopt.parser.model;

import com.google.common.collect.Maps;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qopt.dialect.builtin.ModuleOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.func.ReturnOp;
import org.qopt.dialect.nn.ConstantOp;
import org.qopt.dialect.nn.NnDialect;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Operation;
import org.qopt.ir.OperationState;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.ArrayAttr;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DenseElementsAttr;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.location.FusedLocation;
import org.qopt.ir.location.Location;
import org.qopt.ir.location.NameLocation;
import org.qopt.ir.location.UnknownLocation;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.FunctionType;
import org.qopt.ir.type.Type;

/**
 * Builds the program that a model becomes: a module with one function {@code @main}, whose
 * arguments and results are the model's inputs and outputs, in order and by name.
 */
public final class ProgramBuilder {
  private final ModuleOp module = ModuleOp.create(UnknownLocation.UNKNOWN);
  private final FuncOp function;
  private final OpBuilder builder;

  /** A program whose inputs have these types and names. */
  public ProgramBuilder(List<? extends Type> types, List<String> names) {
    function =
        FuncOp.create(
            UnknownLocation.UNKNOWN,
            "main",
            FunctionType.of(List.copyOf(types), List.of()),
            names.stream().<Location>map(NameLocation::of).toList());
    module.body().append(function.operation());
    builder = OpBuilder.atEndOf(function.entry());
  }

  /** {@return input {@code index}} */
  public Value argument(int index) {
    return function.arguments().get(index);
  }

  /**
   * {@return the result of a new operation whose type is inferred; attributes that are what they
   * are by default stay unwritten}
   */
  public Value create(
      OpDef def, Location location, List<? extends Value> operands, DictionaryAttr attributes) {
    Map<String, Attribute> written =
        Maps.filterEntries(
            attributes.entries(),
            entry -> !def.defaultOf(entry.getKey()).equals(Optional.of(entry.getValue())));
    return builder.create(def, location, operands, DictionaryAttr.of(written)).result(0);
  }

  /** {@return the result of a new operation of a given type} */
  public Value create(OpDef def, Location location, List<? extends Value> operands, Type type) {
    return builder.create(def, location, operands, DictionaryAttr.EMPTY, List.of(type)).result(0);
  }

  /** {@return a new constant} */
  public Value constant(Location location, Tensor tensor) {
    return constant(location, tensor, DenseElementsAttr.of(tensor).type());
  }

  /** {@return a new constant of a quantized type, whose integers are the elements} */
  public Value constant(Location location, Tensor tensor, Type type) {
    return builder
        .create(
            OperationState.of(ConstantOp.DEF, location)
                .set("value", DenseElementsAttr.of(tensor))
                .addResult(type))
        .result(0);
  }

  /**
   * {@return the module, with the function ended}
   *
   * @param results what the function returns
   * @param names the model's names of the outputs. A value that has another name gets this one in
   *     front of it; an argument, a constant, or a value that has an output's name already, keeps
   *     its own, and the result gets the attribute {@value NnDialect#NAME_ATTRIBUTE}
   */
  public Operation finish(List<? extends Value> results, List<String> names) {
    builder.create(OperationState.of(ReturnOp.DEF, UnknownLocation.UNKNOWN).addOperands(results));
    function.updateType();
    eraseUnused();
    List<DictionaryAttr> attributes = new ArrayList<>();
    Set<Value> named = new HashSet<>();
    for (int i = 0; i < results.size(); i++) {
      if (hasName(results.get(i), names.get(i))) {
        named.add(results.get(i));
      }
    }
    for (int i = 0; i < results.size(); i++) {
      attributes.add(name(results.get(i), names.get(i), named));
    }
    if (attributes.stream().anyMatch(a -> !a.isEmpty())) {
      function.operation().setAttribute("res_attrs", ArrayAttr.of(attributes));
    }
    return module.operation();
  }

  // Nodes that contribute to no output, and what was made only to find out shapes.
  private void eraseUnused() {
    for (Operation op : function.entry().operations().reversed()) {
      if (op.has(Traits.PURE) && !op.hasUses()) {
        op.erase();
      }
    }
  }

  private static boolean hasName(Value value, String name) {
    return value.name().equals(Optional.of(name));
  }

  private static DictionaryAttr name(Value value, String name, Set<Value> named) {
    if (hasName(value, name)) {
      return DictionaryAttr.EMPTY;
    }
    Optional<Operation> op = value.definingOp().filter(o -> !o.is(ConstantOp.DEF));
    if (op.isEmpty() || !named.add(value)) {
      return DictionaryAttr.of(Map.of(NnDialect.NAME_ATTRIBUTE, new StringAttr(name)));
    }
    op.get().setLocation(FusedLocation.of(List.of(NameLocation.of(name), op.get().location())));
    return DictionaryAttr.EMPTY;
  }
}
