package org.qopt.rewrite.conversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.qopt.ir.Block;
import org.qopt.ir.Operand;
import org.qopt.ir.Operation;
import org.qopt.ir.Region;
import org.qopt.ir.Value;

/** Checks that values know exactly the operands that take them. */
final class UseLists {
  private UseLists() {}

  static void check(Operation module) {
    Set<Operation> operations = new HashSet<>();
    List<Value> values = new ArrayList<>();
    module.walk(
        operation -> {
          operations.add(operation);
          values.addAll(operation.results());
          for (Region region : operation.regions()) {
            for (Block block : region.blocks()) {
              values.addAll(block.arguments());
            }
          }
        });
    int uses = 0;
    for (Value value : values) {
      for (Operand use : value.uses()) {
        uses++;
        assertTrue(operations.contains(use.owner()), () -> "used by what is gone: " + use.owner());
        assertEquals(value, use.owner().operand(use.index()));
      }
    }
    assertEquals(operations.stream().mapToInt(Operation::operandCount).sum(), uses);
  }
}
