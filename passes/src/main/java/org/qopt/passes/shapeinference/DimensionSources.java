package org.qopt.passes.shapeinference;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.qopt.dialect.func.CallOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.BlockArgument;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.ValueNaming;
import org.qopt.passes.shapeinference.SymbolicShapes.Origin;

/**
 * Says in words where an unknown dimension comes from.
 *
 * @param function the function that it is in
 * @param names the names of the function's values
 * @param shapes what is known of them
 */
record DimensionSources(FuncOp function, ValueNaming names, SymbolicShapes shapes) {

  /** {@return why dimension {@code axis} of {@code value} is not known} */
  String reason(Value value, int axis, Dim dim) {
    String origins =
        dim.symbols().stream()
            .map(symbol -> origin(shapes.origin(symbol), value))
            .distinct()
            .collect(Collectors.joining(" and "));
    return "dimension %d %s".formatted(axis, origins);
  }

  private String origin(Origin origin, Value asked) {
    Optional<Operation> operation = origin.value().definingOp();
    if (operation.isEmpty()) {
      return argument(origin, (BlockArgument) origin.value(), asked);
    }
    Set<String> roots = roots(operation.get());
    String by =
        operation.get().is(CallOp.DEF)
            ? "is what @" + new CallOp(operation.get()).callee() + " returns"
            : "is computed by '" + operation.get().name() + "'";
    String where = origin.value() == asked ? "" : " (" + names.name(origin.value()) + ")";
    return by + where + (roots.isEmpty() ? "" : " from " + String.join(" and ", roots));
  }

  private String argument(Origin origin, BlockArgument argument, Value asked) {
    if (argument.owner() != function.entry()) {
      return ofBlock(argument);
    }
    if (argument != asked) {
      return "comes from " + root(origin);
    }
    return ModuleShapes.isPrivate(function)
        ? "differs between the calls of @" + function.name() + ", or they do not know it"
        : "is that of an input";
  }

  private static String ofBlock(BlockArgument argument) {
    return Branch.to(argument.owner()).stream()
        .filter(branch -> branch.firstOperand().isEmpty())
        .findFirst()
        .map(
            branch ->
                "is that of an argument of a block, for which it is not known what '%s' passes"
                    .formatted(branch.terminator().name()))
        .orElse("differs between the branches to its block, or they do not know it");
  }

  private String root(Origin origin) {
    return "dimension %d of %s".formatted(origin.axis(), names.name(origin.value()));
  }

  // The arguments whose unknown dimensions an operation's operands have, by way of others or not.
  private Set<String> roots(Operation operation) {
    Set<String> roots = new LinkedHashSet<>();
    Set<Operation> seen = new HashSet<>(Set.of(operation));
    Deque<Operation> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      for (Value operand : open.remove().operands()) {
        for (Origin origin : origins(operand)) {
          Optional<Operation> cause = origin.value().definingOp();
          if (cause.isEmpty()) {
            roots.add(root(origin));
          } else if (seen.add(cause.get())) {
            open.add(cause.get());
          }
        }
      }
    }
    return roots;
  }

  private List<Origin> origins(Value value) {
    return shapes.dims(value).stream()
        .flatMap(List::stream)
        .flatMap(dim -> dim.symbols().stream())
        .map(shapes::origin)
        .toList();
  }
}
