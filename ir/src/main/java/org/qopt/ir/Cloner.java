package org.qopt.ir;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Copies operations with all that they hold. What is taken from outside of what is copied stays the
 * same value, unless {@link #map} says otherwise; attributes, types and constants are shared.
 */
public final class Cloner {
  private final Map<Value, Value> values = new IdentityHashMap<>();
  private final Map<Block, Block> blocks = new IdentityHashMap<>();
  private final List<Operation> copies = new ArrayList<>();

  /** A cloner that has copied nothing yet. */
  public Cloner() {}

  /** {@return the copy of {@code operation}, a valid one or not, in no block} */
  public static Operation copyOf(Operation operation) {
    return new Cloner().copy(operation);
  }

  /** Makes {@code copy} stand for {@code value} in what is copied from now on. */
  public void map(Value value, Value copy) {
    values.put(value, copy);
  }

  /**
   * {@return what stands for {@code value} in the copies: the value itself if nothing else does}
   */
  public Value lookup(Value value) {
    return values.getOrDefault(value, value);
  }

  /**
   * {@return the copy of {@code operation}, in no block; its results stand for the original's in
   * what is copied from now on}
   */
  public Operation copy(Operation operation) {
    copies.clear();
    Operation copy = shell(operation);
    // A value may be taken before it is copied: by a block that comes before its own.
    for (Operation one : copies) {
      for (int i = 0; i < one.operandCount(); i++) {
        one.setOperand(i, lookup(one.operand(i)));
      }
    }
    copies.clear();
    return copy;
  }

  private Operation shell(Operation operation) {
    OperationState state =
        OperationState.of(operation.name(), operation.def(), operation.location())
            .addOperands(operation.operands())
            .addResults(operation.resultTypes())
            .setProperties(operation.properties())
            .setOpaqueProperties(operation.opaqueProperties())
            .setAll(operation.attributes())
            .addSuccessors(
                operation.successors().stream().map(b -> blocks.getOrDefault(b, b)).toList())
            .regions(operation.regions().size());
    Operation copy = new Operation(state);
    operation.position().ifPresent(copy::setPosition);
    copies.add(copy);
    for (int i = 0; i < operation.results().size(); i++) {
      values.put(operation.result(i), copy.result(i));
    }
    for (int i = 0; i < operation.regions().size(); i++) {
      fill(copy.region(i), operation.region(i));
    }
    return copy;
  }

  // All blocks first, since operations name those that control may pass to.
  private void fill(Region copy, Region original) {
    for (Block block : original.blocks()) {
      Block added = copy.addBlock();
      blocks.put(block, added);
      block
          .arguments()
          .forEach(
              argument ->
                  values.put(argument, added.addArgument(argument.type(), argument.location())));
    }
    for (Block block : original.blocks()) {
      block.forEach(operation -> blocks.get(block).append(shell(operation)));
    }
  }
}
