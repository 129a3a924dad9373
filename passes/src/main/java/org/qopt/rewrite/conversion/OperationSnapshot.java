package org.qopt.rewrite.conversion;

import java.util.ArrayList;
import java.util.List;
import org.qopt.ir.Block;
import org.qopt.ir.BlockArgument;
import org.qopt.ir.OpResult;
import org.qopt.ir.Operation;
import org.qopt.ir.Region;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.location.Location;
import org.qopt.ir.type.Type;

/**
 * All of an operation that may be changed in place, with the types and locations of the arguments
 * of its blocks.
 *
 * @param operation the operation
 * @param operands what it took
 * @param properties its declared attributes
 * @param attributes its other attributes
 * @param location where it came from
 * @param resultTypes the types of its results
 * @param successors the blocks that control could pass to
 * @param arguments what its blocks were entered with
 */
record OperationSnapshot(
    Operation operation,
    List<Value> operands,
    DictionaryAttr properties,
    DictionaryAttr attributes,
    Location location,
    List<Type> resultTypes,
    List<Block> successors,
    List<Argument> arguments) {

  private record Argument(BlockArgument argument, Type type, Location location) {}

  static OperationSnapshot of(Operation operation) {
    List<Argument> arguments = new ArrayList<>();
    for (Region region : operation.regions()) {
      for (Block block : region.blocks()) {
        for (BlockArgument argument : block.arguments()) {
          arguments.add(new Argument(argument, argument.type(), argument.location()));
        }
      }
    }
    return new OperationSnapshot(
        operation,
        operation.operands(),
        operation.properties(),
        operation.attributes(),
        operation.location(),
        operation.resultTypes(),
        List.copyOf(operation.successors()),
        arguments);
  }

  void restore() {
    if (!operation.operands().equals(operands)) {
      operation.setOperands(operands);
    }
    operation.setDictionaries(properties, attributes);
    operation.setLocation(location);
    for (OpResult result : operation.results()) {
      result.setType(resultTypes.get(result.index()));
    }
    for (int i = 0; i < successors.size(); i++) {
      operation.setSuccessor(i, successors.get(i));
    }
    for (Argument old : arguments) {
      old.argument().setType(old.type());
      old.argument().setLocation(old.location());
    }
  }
}
