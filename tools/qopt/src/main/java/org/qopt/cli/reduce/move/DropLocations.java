package org.qopt.cli.reduce.move;

import java.util.ArrayList;
import java.util.List;
import org.qopt.ir.Block;
import org.qopt.ir.BlockArgument;
import org.qopt.ir.Operation;
import org.qopt.ir.Region;
import org.qopt.ir.location.UnknownLocation;

/** Forgets where operations and arguments come from, and what they are called. */
final class DropLocations implements Move {
  @Override
  public String name() {
    return "locations";
  }

  @Override
  public List<Edit> edits(Draft draft) {
    List<Edit> edits = new ArrayList<>();
    draft.module().walk(operation -> addAll(operation, edits));
    return edits;
  }

  private static void addAll(Operation operation, List<Edit> edits) {
    if (operation.location() != UnknownLocation.UNKNOWN) {
      edits.add(() -> operation.setLocation(UnknownLocation.UNKNOWN));
    }
    for (Region region : operation.regions()) {
      for (Block block : region.blocks()) {
        for (BlockArgument argument : block.arguments()) {
          if (argument.location() != UnknownLocation.UNKNOWN) {
            edits.add(() -> argument.setLocation(UnknownLocation.UNKNOWN));
          }
        }
      }
    }
  }
}
