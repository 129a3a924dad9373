package org.qopt.cli.reduce.move;

import java.util.ArrayList;
import java.util.List;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.func.ReturnOp;
import org.qopt.ir.Block;
import org.qopt.ir.Operation;

/** Makes functions return less. */
final class DropResults implements Move {
  @Override
  public String name() {
    return "results";
  }

  // The last result first, so that the places of the others stay.
  @Override
  public List<Edit> edits(Draft draft) {
    List<Edit> edits = new ArrayList<>();
    for (FuncOp function : Programs.bodies(draft)) {
      for (int i = function.type().results().size() - 1; i >= 0; i--) {
        int index = i;
        edits.add(() -> drop(function, index));
      }
    }
    return edits;
  }

  private static void drop(FuncOp function, int index) {
    for (Block block : function.operation().region(0).blocks()) {
      for (Operation operation : block) {
        if (operation.is(ReturnOp.DEF) && index < operation.operandCount()) {
          operation.removeOperand(index);
        }
      }
    }
    Signatures.removeResult(function, index);
  }
}
