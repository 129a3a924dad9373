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
          .clause(
              "the region has exactly one block",
              op ->
                  op.region(0).blocks().size() == 1
                      ? Optional.empty()
                      : Optional.of(
                          "expects a region with one block, but got "
                              + op.region(0).blocks().size()))
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
}
