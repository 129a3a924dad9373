package org.qopt.ir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.location.FileLocation;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Trait;
import org.qopt.ir.type.Type;

/**
 * A node of the program: it takes values, computes values, carries attributes, and may hold regions
 * with further operations. Operations have identity: two equal constants are two operations.
 *
 * <p>Attributes come in two dictionaries, as in MLIR: <em>properties</em> are those that the
 * operation's definition declares (written {@code <{...}>} in the generic form), the others are
 * discardable. {@link #attribute} and {@link #setAttribute} look after which is which.
 */
public final class Operation {
  private final String name;
  private final Optional<OpDef> def;
  private final List<Operand> operands;
  private final List<OpResult> results;
  private final List<Region> regions;
  private final List<Block> successors;
  private DictionaryAttr properties;
  private DictionaryAttr attributes;
  // Null but for a few operations that are unknown.
  private final Attribute opaqueProperties;
  private Location location;
  // Null where there is none: programs have many operations.
  private FileLocation position;

  // The links of the list that a Block keeps.
  Block block;
  Operation previous;
  Operation next;
  int order;

  /** Makes the operation that {@code state} describes; it is in no block yet. */
  public Operation(OperationState state) {
    name = state.name();
    def = state.def();
    location = state.location();
    properties = state.properties();
    attributes = state.attributes();
    opaqueProperties = state.opaqueProperties().orElse(null);
    successors = state.successors().isEmpty() ? List.of() : new ArrayList<>(state.successors());
    List<Value> taken = state.operands();
    operands = new ArrayList<>(taken.size());
    for (int i = 0; i < taken.size(); i++) {
      operands.add(new Operand(this, i, taken.get(i)));
    }
    OpResult[] computed = new OpResult[state.resultTypes().size()];
    for (int i = 0; i < computed.length; i++) {
      computed[i] = new OpResult(this, i, state.resultTypes().get(i));
    }
    results = List.of(computed);
    Region[] held = new Region[state.regions()];
    for (int i = 0; i < held.length; i++) {
      held[i] = new Region(this);
    }
    regions = List.of(held);
  }

  /** {@return the full name, such as {@code nn.conv2d}} */
  public String name() {
    return name;
  }

  /** {@return the namespace of the dialect: what stands before the first dot, empty without one} */
  public String dialect() {
    int dot = name.indexOf('.');
    return dot < 0 ? "" : name.substring(0, dot);
  }

  /** {@return the definition, if the operation's dialect is known and has it} */
  public Optional<OpDef> def() {
    return def;
  }

  /** {@return whether this is the operation that {@code other} defines} */
  public boolean is(OpDef other) {
    return def.isPresent() && def.get() == other;
  }

  /** {@return whether the operation is known to have {@code trait}} */
  public boolean has(Trait trait) {
    return def.isPresent() && def.get().traits().contains(trait);
  }

  /** {@return where this operation comes from} */
  public Location location() {
    return location;
  }

  /** Says where this operation comes from. */
  public void setLocation(Location location) {
    this.location = location;
  }

  /** {@return the place in the text that this operation was read from, if it was} */
  public Optional<FileLocation> position() {
    return Optional.ofNullable(position);
  }

  /** Says at which place in a text this operation stands. */
  public void setPosition(FileLocation position) {
    this.position = position;
  }

  /** {@return where to point the user: the place in the text, else the location} */
  public Location reportLocation() {
    return position == null ? location : position;
  }

  // ---- operands and results

  /** {@return the values that are taken, as a new list} */
  public List<Value> operands() {
    List<Value> values = new ArrayList<>(operands.size());
    operands.forEach(operand -> values.add(operand.value()));
    return values;
  }

  /** {@return the number of operands} */
  public int operandCount() {
    return operands.size();
  }

  /** {@return operand {@code index}} */
  public Value operand(int index) {
    return operands.get(index).value();
  }

  /** {@return the types of the operands, as a new list} */
  public List<Type> operandTypes() {
    List<Type> types = new ArrayList<>(operands.size());
    for (Operand operand : operands) {
      types.add(operand.value().type());
    }
    return types;
  }

  /** Makes {@code value} operand {@code index}. */
  public void setOperand(int index, Value value) {
    operands.get(index).set(value);
  }

  /** Replaces all operands. */
  public void setOperands(List<? extends Value> values) {
    List<Value> copy = List.copyOf(values);
    operands.forEach(Operand::drop);
    operands.clear();
    for (Value value : copy) {
      operands.add(new Operand(this, operands.size(), value));
    }
  }

  /** Inserts an operand before the one at {@code index}, or at the end. */
  public void insertOperand(int index, Value value) {
    operands.add(index, new Operand(this, index, value));
    renumberOperands(index);
  }

  /** Removes operand {@code index}. */
  public void removeOperand(int index) {
    operands.remove(index).drop();
    renumberOperands(index);
  }

  private void renumberOperands(int from) {
    for (int i = from; i < operands.size(); i++) {
      operands.get(i).setIndex(i);
    }
  }

  /** {@return the results} */
  public List<OpResult> results() {
    return results;
  }

  /** {@return result {@code index}} */
  public OpResult result(int index) {
    return results.get(index);
  }

  /**
   * {@return the only result}
   *
   * @throws IllegalStateException if there is none or more than one
   */
  public OpResult result() {
    if (results.size() != 1) {
      throw new IllegalStateException(name + " has " + results.size() + " results");
    }
    return results.getFirst();
  }

  /** {@return the types of the results, as a new list} */
  public List<Type> resultTypes() {
    List<Type> types = new ArrayList<>(results.size());
    for (OpResult result : results) {
      types.add(result.type());
    }
    return types;
  }

  /** {@return whether a result is used} */
  public boolean hasUses() {
    for (OpResult result : results) {
      if (result.hasUses()) {
        return true;
      }
    }
    return false;
  }

  /** Makes the users of each result use the value at the same position of {@code values}. */
  public void replaceAllUsesWith(List<? extends Value> values) {
    for (int i = 0; i < results.size(); i++) {
      results.get(i).replaceAllUsesWith(values.get(i));
    }
  }

  // ---- attributes

  /** {@return the attributes that the definition declares, or that stood in {@code <{...}>}} */
  public DictionaryAttr properties() {
    return properties;
  }

  /**
   * {@return what stood in {@code <...>} of an unknown operation where that is no dictionary with
   * entries: {@code <{}>}, which is not the same as nothing, or {@code <"text">}}
   */
  public Optional<Attribute> opaqueProperties() {
    return Optional.ofNullable(opaqueProperties);
  }

  /** {@return the other attributes} */
  public DictionaryAttr attributes() {
    return attributes;
  }

  /** {@return the attribute {@code name} of either dictionary, if it is set} */
  public Optional<Attribute> attribute(String name) {
    return properties.find(name).or(() -> attributes.find(name));
  }

  /** {@return the attribute {@code name} if it is set and of class {@code kind}} */
  public <A extends Attribute> Optional<A> attribute(String name, Class<A> kind) {
    return attribute(name).filter(kind::isInstance).map(kind::cast);
  }

  /**
   * {@return the attribute {@code name}, or its default where the definition has one}
   *
   * @throws IllegalStateException if there is neither or it is not of class {@code kind}; in
   *     verified IR that cannot happen for a declared attribute
   */
  public <A extends Attribute> A required(String name, Class<A> kind) {
    return attribute(name)
        .or(() -> def.flatMap(d -> d.defaultOf(name)))
        .filter(kind::isInstance)
        .map(kind::cast)
        .orElseThrow(
            () -> new IllegalStateException(this.name + " has no attribute '" + name + "'"));
  }

  /** {@return both dictionaries as one, with the defaults of the definition filled in} */
  public DictionaryAttr allAttributes() {
    TreeMap<String, Attribute> all = new TreeMap<>();
    def.ifPresent(d -> all.putAll(d.defaults()));
    all.putAll(attributes.entries());
    all.putAll(properties.entries());
    return DictionaryAttr.of(all);
  }

  /** Sets an attribute, as a property if it is one. */
  public void setAttribute(String name, Attribute value) {
    if (isProperty(name)) {
      properties = with(properties, name, Optional.of(value));
    } else {
      attributes = with(attributes, name, Optional.of(value));
    }
  }

  /** Removes an attribute if it is set. */
  public void removeAttribute(String name) {
    properties = with(properties, name, Optional.empty());
    attributes = with(attributes, name, Optional.empty());
  }

  /** Replaces both dictionaries, whatever the definition declares. */
  public void setDictionaries(DictionaryAttr newProperties, DictionaryAttr newAttributes) {
    properties = newProperties;
    attributes = newAttributes;
  }

  private boolean isProperty(String name) {
    return properties.find(name).isPresent() || (def.isPresent() && def.get().declares(name));
  }

  private static DictionaryAttr with(DictionaryAttr old, String name, Optional<Attribute> value) {
    TreeMap<String, Attribute> entries = new TreeMap<>(old.entries());
    value.ifPresentOrElse(v -> entries.put(name, v), () -> entries.remove(name));
    return DictionaryAttr.of(entries);
  }

  // ---- structure

  /** {@return the regions} */
  public List<Region> regions() {
    return regions;
  }

  /** {@return region {@code index}} */
  public Region region(int index) {
    return regions.get(index);
  }

  /** {@return the blocks that control may pass to} */
  public List<Block> successors() {
    return successors.isEmpty() ? List.of() : Collections.unmodifiableList(successors);
  }

  /** Makes control pass to {@code target} where it passed to successor {@code index}. */
  public void setSuccessor(int index, Block target) {
    successors.set(index, target);
  }

  /** {@return the block that this operation is in, if it is in one} */
  public Optional<Block> block() {
    return Optional.ofNullable(block);
  }

  /** {@return the operation whose region this one is in, if it is in one} */
  public Optional<Operation> parentOp() {
    return block().flatMap(Block::parentOp);
  }

  /** {@return the operation after this one in its block, if there is one} */
  public Optional<Operation> next() {
    return Optional.ofNullable(next);
  }

  /** {@return the operation before this one in its block, if there is one} */
  public Optional<Operation> previous() {
    return Optional.ofNullable(previous);
  }

  /**
   * {@return whether this operation stands before the other}
   *
   * @throws IllegalArgumentException if they are not in one block
   */
  public boolean isBefore(Operation other) {
    if (block == null || block != other.block) {
      throw new IllegalArgumentException("not in one block: " + name + ", " + other.name);
    }
    block.ensureOrder();
    return order < other.order;
  }

  /** {@return whether the other operation is this one or is nested in it} */
  public boolean encloses(Operation other) {
    Optional<Operation> current = Optional.of(other);
    while (current.isPresent() && current.get() != this) {
      current = current.get().parentOp();
    }
    return current.isPresent();
  }

  /** Moves this operation, which may be in a block or in none, to just before {@code anchor}. */
  public void moveBefore(Operation anchor) {
    remove();
    anchor.block.insertBefore(this, anchor);
  }

  /** Takes this operation out of its block, if it is in one; it keeps its operands. */
  public void remove() {
    if (block != null) {
      block.unlink(this);
    }
  }

  /**
   * Takes this operation out of the program, with all that is nested in it.
   *
   * @throws IllegalStateException if a result is still used
   */
  public void erase() {
    if (hasUses()) {
      throw new IllegalStateException(name + " is erased while it is used");
    }
    remove();
    dropAllOperands();
  }

  private void dropAllOperands() {
    setOperands(List.of());
    for (Region region : regions) {
      for (Block inner : region.blocks()) {
        inner.forEach(Operation::dropAllOperands);
      }
    }
  }

  /**
   * Visits this operation and all that are nested in it, an operation before what it holds. The
   * visitor may erase the operation that it is given, or insert others.
   */
  public void walk(Consumer<Operation> visitor) {
    visitor.accept(this);
    for (Region region : regions) {
      for (Block inner : List.copyOf(region.blocks())) {
        for (Operation operation : inner) {
          operation.walk(visitor);
        }
      }
    }
  }

  /** {@return the name and, where known, the location; for debugging} */
  @Override
  public String toString() {
    return name + " loc(" + location + ")";
  }
}
