package org.qopt.cli.reduce.move;

import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Block;
import org.qopt.ir.BlockArgument;
import org.qopt.ir.OpResult;
import org.qopt.ir.Operation;

/** Takes operations out of what surrounds them. */
final class Splice {
  private Splice() {}

  /**
   * Moves the operations of {@code block} but its terminator to before {@code anchor}; arguments of
   * the function take the place of the block's.
   */
  static void unwrap(Block block, Operation anchor, FuncOp function) {
    for (BlockArgument argument : block.arguments()) {
      if (argument.hasUses()) {
        argument.replaceAllUsesWith(
            Signatures.addArgument(function, argument.type(), argument.location()));
      }
    }
    block.operations().stream()
        .filter(operation -> !Programs.isLast(operation))
        .toList()
        .forEach(operation -> operation.moveBefore(anchor));
  }

  /** Makes arguments of the function of what {@code operation} computes, and erases it. */
  static void cut(Operation operation, FuncOp function) {
    for (OpResult result : operation.results()) {
      if (result.hasUses()) {
        result.replaceAllUsesWith(
            Signatures.addArgument(function, result.type(), operation.location()));
      }
    }
    operation.erase();
  }
}
