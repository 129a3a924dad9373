package org.qopt.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
  private final List<Value> operands = new ArrayList<>(4);
  private final List<Type> resultTypes = new ArrayList<>(2);
  private List<Block> successors = List.of();
  private DictionaryAttr properties = DictionaryAttr.EMPTY;
  private DictionaryAttr attributes = DictionaryAttr.EMPTY;
  // What set() added to the dictionaries since they were made.
  private Map<String, Attribute> addedProperties = Map.of();
  private Map<String, Attribute> addedAttributes = Map.of();
  private Optional<Attribute> opaqueProperties = Optional.empty();
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
    if (def.isPresent() && def.get().declares(attributeName)) {
      addedProperties = put(addedProperties, attributeName, value);
    } else {
      addedAttributes = put(addedAttributes, attributeName, value);
    }
    return this;
  }

  private static Map<String, Attribute> put(
      Map<String, Attribute> map, String attributeName, Attribute value) {
    Map<String, Attribute> entries = map.isEmpty() ? new TreeMap<>() : map;
    entries.put(attributeName, value);
    return entries;
  }

  /** Sets attributes as {@link #set} does. */
  public OperationState setAll(DictionaryAttr dictionary) {
    if (dictionary.isEmpty()) {
      return this;
    }
    if (def.isEmpty() && attributes.isEmpty() && addedAttributes.isEmpty()) {
      attributes = dictionary;
    } else {
      dictionary.entries().forEach(this::set);
    }
    return this;
  }

  /** Sets what stood in {@code <{...}>}. */
  public OperationState setProperties(DictionaryAttr dictionary) {
    if (properties.isEmpty() && addedProperties.isEmpty()) {
      properties = dictionary;
    } else {
      addedProperties = new TreeMap<>(properties().entries());
      addedProperties.putAll(dictionary.entries());
    }
    return this;
  }

  /** Says what {@link Operation#opaqueProperties} is to be; for an unknown operation only. */
  public OperationState setOpaqueProperties(Optional<Attribute> value) {
    opaqueProperties = value;
    return this;
  }

  /** Adds blocks that control may pass to. */
  public OperationState addSuccessors(List<Block> blocks) {
    if (!blocks.isEmpty()) {
      successors = new ArrayList<>(successors);
      successors.addAll(blocks);
    }
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

  DictionaryAttr properties() {
    return with(properties, addedProperties);
  }

  Optional<Attribute> opaqueProperties() {
    return opaqueProperties;
  }

  DictionaryAttr attributes() {
    return with(attributes, addedAttributes);
  }

  private static DictionaryAttr with(DictionaryAttr dictionary, Map<String, Attribute> added) {
    if (added.isEmpty()) {
      return dictionary;
    }
    if (dictionary.isEmpty()) {
      return DictionaryAttr.of(added);
    }
    Map<String, Attribute> all = new TreeMap<>(dictionary.entries());
    all.putAll(added);
    return DictionaryAttr.of(all);
  }

  int regions() {
    return regions;
  }
}
