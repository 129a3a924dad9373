package org.qopt.dialect.builtin;

import java.util.List;
import java.util.Optional;
import org.qopt.ir.Block;
import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.OperationState;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.Attributes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;

/**
 * {@code builtin.module}: the root of a program.
 *
 * @param operation the operation
 */
public record ModuleOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("builtin.module")
          .summary("holds a program")
          .description("One region with one block, which holds functions and other symbols.")
          .example("module {\n}")
          .optionalAttribute("sym_name", Attributes.STRING)
          .optionalAttribute("sym_visibility", Attributes.STRING)
          .regions(1)
          .traits(
              Traits.ISOLATED_FROM_ABOVE, Traits.SYMBOL_TABLE, Traits.SYMBOL, Traits.NO_TERMINATOR)
          .clause("the region has exactly one block", ModuleOp::blockViolation)
          .clause("the block has no arguments", ModuleOp::argumentViolation)
          .clause("'sym_visibility' is public, private or nested", Symbols::visibilityViolation)
          .clause(
              "other attributes have names that begin with that of a dialect",
              ModuleOp::nameViolation)
          .build();

  /** {@return a new module without content} */
  public static ModuleOp create(Location location) {
    Operation operation = new Operation(OperationState.of(DEF, location));
    operation.region(0).addBlock();
    return new ModuleOp(operation);
  }

  /** {@return the block that holds the content} */
  public Block body() {
    return operation.region(0).entry().orElseThrow();
  }

  /** {@return the operations directly in it that {@code def} defines, in order} */
  public List<Operation> opsOf(OpDef def) {
    return body().operations().stream().filter(op -> op.is(def)).toList();
  }

  private static Optional<String> blockViolation(Operation op) {
    int found = op.region(0).blocks().size();
    if (found == 0) {
      return Optional.of(
          "region #0 ('bodyRegion') failed to verify constraint: region with 1 blocks, but it has"
              + " none");
    }
    return found == 1
        ? Optional.empty()
        : Optional.of("expects region #0 to have 0 or 1 blocks, but got " + found);
  }

  private static Optional<String> argumentViolation(Operation op) {
    int found = op.region(0).entry().map(block -> block.arguments().size()).orElse(0);
    return found == 0
        ? Optional.empty()
        : Optional.of("region should have no arguments, but got " + found);
  }

  private static Optional<String> nameViolation(Operation op) {
    for (String name : op.attributes().entries().keySet()) {
      if (name.indexOf('.') < 0 && !DEF.declares(name)) {
        return Optional.of(
            "can only contain attributes with dialect-prefixed names, found: '" + name + "'");
      }
    }
    return Optional.empty();
  }
}
