package org.qopt.ir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.Type;

/** What an {@link Operation} is to be made of. */
public final class OperationState {
  private final String name;
  private final Optional<OpDef> def;
  private final Location location;
  private final List<Value> operands = new ArrayList<>();
  private final List<Type> resultTypes = new ArrayList<>();
  private final List<Block> successors = new ArrayList<>();
  private final Map<String, Attribute> properties = new LinkedHashMap<>();
  private final Map<String, Attribute> attributes = new LinkedHashMap<>();
  private int regions;

  private OperationState(String name, Optional<OpDef> def, Location location) {
    this.name = name;
    this.def = def;
    this.location = location;
    this.regions = def.map(OpDef::regions).orElse(0);
  }

  /** {@return the beginnings of an operation that {@code def} defines} */
  public static OperationState of(OpDef def, Location location) {
    return new OperationState(def.name(), Optional.of(def), location);
  }

  /** {@return the beginnings of an operation that may be unknown} */
  public static OperationState of(String name, Optional<OpDef> def, Location location) {
    return new OperationState(name, def, location);
  }

  /** Adds operands after those that are there. */
  public OperationState addOperands(List<? extends Value> values) {
    operands.addAll(values);
    return this;
  }

  /** Adds operands after those that are there. */
  public OperationState addOperands(Value... values) {
    return addOperands(List.of(values));
  }

  /** Adds results after those that are there. */
  public OperationState addResults(List<? extends Type> types) {
    resultTypes.addAll(types);
    return this;
  }

  /** Adds a result after those that are there. */
  public OperationState addResult(Type type) {
    resultTypes.add(type);
    return this;
  }

  /** Sets an attribute: a property if the definition declares it, else a discardable one. */
  public OperationState set(String attributeName, Attribute value) {
    boolean declared = def.isPresent() && def.get().declares(attributeName);
    (declared ? properties : attributes).put(attributeName, value);
    return this;
  }

  /** Sets attributes as {@link #set} does. */
  public OperationState setAll(DictionaryAttr dictionary) {
    dictionary.entries().forEach(this::set);
    return this;
  }

  /** Sets what stood in {@code <{...}>}. */
  public OperationState setProperties(DictionaryAttr dictionary) {
    properties.putAll(dictionary.entries());
    return this;
  }

  /** Adds blocks that control may pass to. */
  public OperationState addSuccessors(List<Block> blocks) {
    successors.addAll(blocks);
    return this;
  }

  /** Says how many regions there are; at first as many as the definition has. */
  public OperationState regions(int count) {
    regions = count;
    return this;
  }

  String name() {
    return name;
  }

  Optional<OpDef> def() {
    return def;
  }

  Location location() {
    return location;
  }

  List<Value> operands() {
    return operands;
  }

  List<Type> resultTypes() {
    return resultTypes;
  }

  List<Block> successors() {
    return successors;
  }

  Map<String, Attribute> properties() {
    return properties;
  }

  Map<String, Attribute> attributes() {
    return attributes;
  }

  int regions() {
    return regions;
  }
}
