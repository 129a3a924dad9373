package org.qopt.ir;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.ConstantElements;
import org.qopt.ir.op.InferenceException;
import org.qopt.ir.op.InferenceInput;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.TypeInference;
import org.qopt.ir.type.Type;

/** Makes operations at a place in a block. */
public final class OpBuilder {
  private Block block;
  private Optional<Operation> anchor;
  private Consumer<Operation> listener = _ -> {};

  private OpBuilder(Block block, Optional<Operation> anchor) {
    this.block = block;
    this.anchor = anchor;
  }

  /** {@return a builder that appends to {@code block}} */
  public static OpBuilder atEndOf(Block block) {
    return new OpBuilder(block, Optional.empty());
  }

  /** {@return a builder that inserts before {@code operation}} */
  public static OpBuilder before(Operation operation) {
    return new OpBuilder(operation.block().orElseThrow(), Optional.of(operation));
  }

  /** {@return a builder that inserts after {@code operation}} */
  public static OpBuilder after(Operation operation) {
    return new OpBuilder(operation.block().orElseThrow(), operation.next());
  }

  /** {@return a builder that inserts where {@code value} has just been defined} */
  public static OpBuilder afterDefinition(Value value) {
    return switch (value) {
      case OpResult result -> after(result.owner());
      case BlockArgument argument -> new OpBuilder(argument.owner(), argument.owner().first());
    };
  }

  /** {@return this builder, which from now on tells {@code newListener} what it has inserted} */
  public OpBuilder listenedToBy(Consumer<Operation> newListener) {
    listener = newListener;
    return this;
  }

  /** Inserts an operation that is in no block. */
  public Operation insert(Operation operation) {
    block.insertBefore(operation, anchor.orElse(null));
    listener.accept(operation);
    return operation;
  }

  /** {@return the operation that {@code state} describes, inserted} */
  public Operation create(OperationState state) {
    return insert(new Operation(state));
  }

  /**
   * {@return a new operation whose result types are inferred, inserted}
   *
   * @throws InvalidInputException if the operands do not fit together
   */
  public Operation create(
      OpDef def, Location location, List<? extends Value> operands, DictionaryAttr attributes) {
    return create(
        OperationState.of(def, location)
            .addOperands(operands)
            .addResults(inferTypes(def, location, operands, attributes))
            .setAll(attributes));
  }

  /** {@return a new operation with result types that are given, inserted} */
  public Operation create(
      OpDef def,
      Location location,
      List<? extends Value> operands,
      DictionaryAttr attributes,
      List<? extends Type> resultTypes) {
    return create(
        OperationState.of(def, location)
            .addOperands(operands)
            .addResults(resultTypes)
            .setAll(attributes));
  }

  /**
   * {@return the types of the results of an operation that is not made yet}
   *
   * @throws InvalidInputException if the operands do not fit together
   * @throws IllegalArgumentException if the definition does not infer them
   */
  public static List<Type> inferTypes(
      OpDef def, Location location, List<? extends Value> operands, DictionaryAttr attributes) {
    TypeInference inference =
        def.inference()
            .orElseThrow(() -> new IllegalArgumentException(def + " does not infer its results"));
    TreeMap<String, Attribute> all = new TreeMap<>(def.defaults());
    all.putAll(attributes.entries());
    try {
      return inference.infer(
          new InferenceInput(
              operands.stream().map(Value::type).toList(),
              DictionaryAttr.of(all),
              index -> ConstantElements.of(operands.get(index))));
    } catch (InferenceException e) {
      throw new InvalidInputException(location, "'" + def + "' op " + e.getMessage());
    }
  }
}
