package org.qopt.passes.cse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qopt.ir.Block;
import org.qopt.ir.Operation;
import org.qopt.ir.Region;
import org.qopt.ir.location.FusedLocation;
import org.qopt.ir.op.Traits;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInfo;
import org.qopt.rewrite.OutputNames;

/**
 * {@code cse}: of operations without side effects that compute the same from the same values in one
 * block, or in a block around it, the first stays. Unused ones are removed.
 */
public record CsePass() implements Pass {
  private static final PassInfo INFO =
      PassInfo.of("cse", "removes what is computed twice")
          .titled("CSE")
          .describedAs(
              """
              Operations without side effects that are equal in kind, operands, attributes and types \
              compute the same: the first one stays, under its name.

              ```mlir
              %0 = nn.relu %x : tensor<4xf32>
              %1 = nn.relu %x : tensor<4xf32>
              %2 = nn.add %0, %1 : tensor<4xf32>
              ```
              becomes
              ```mlir
              %0 = nn.relu %x : tensor<4xf32>
              %1 = nn.add %0, %0 : tensor<4xf32>
              ```""")
          .statistic("num-cse'd", "Number of operations CSE'd")
          .statistic("num-dce'd", "Number of operations DCE'd");

  @Override
  public PassInfo info() {
    return INFO;
  }

  @Override
  public void run(Operation operation, PassContext context) {
    regions(operation, Map.of(), context);
  }

  // What is known in a block is known in the regions of its operations that come later, unless
  // these are isolated from it.
  private static void regions(
      Operation operation, Map<CseKey, Operation> outer, PassContext context) {
    Map<CseKey, Operation> visible = operation.has(Traits.ISOLATED_FROM_ABOVE) ? Map.of() : outer;
    for (Region region : operation.regions()) {
      for (Block block : region.blocks()) {
        Map<CseKey, Operation> known = new HashMap<>(visible);
        for (Operation inner : block) {
          visit(inner, known, context);
        }
      }
    }
  }

  private static void visit(
      Operation operation, Map<CseKey, Operation> known, PassContext context) {
    if (!operation.regions().isEmpty()) {
      regions(operation, known, context);
      return;
    }
    if (!operation.has(Traits.PURE) || operation.results().isEmpty()) {
      return;
    }
    if (!operation.hasUses()) {
      operation.erase();
      context.count("num-dce'd", 1);
      return;
    }
    Operation first = known.putIfAbsent(CseKey.of(operation), operation);
    if (first != null) {
      merge(operation, first);
      context.count("num-cse'd", 1);
    }
  }

  private static void merge(Operation operation, Operation first) {
    if (!first.has(Traits.CONSTANT_LIKE)) {
      first.setLocation(FusedLocation.of(List.of(first.location(), operation.location())));
    }
    for (int i = 0; i < operation.results().size(); i++) {
      OutputNames.keep(operation.result(i), first.result(i));
    }
    operation.replaceAllUsesWith(first.results());
    operation.erase();
  }
}
