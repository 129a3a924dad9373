package org.qopt.passes.deadvalues;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.qopt.dialect.func.CallOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.func.ReturnOp;
import org.qopt.ir.BlockArgument;
import org.qopt.ir.OpResult;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.op.Traits;

/** Which values something needs. */
final class Liveness {
  private final PrivateFunctions functions;
  private final Set<Value> live = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Value> open = new ArrayDeque<>();

  private Liveness(PrivateFunctions functions) {
    this.functions = functions;
  }

  static Liveness of(Operation module, PrivateFunctions functions) {
    Liveness liveness = new Liveness(functions);
    module.walk(
        operation -> {
          if (!liveness.waits(operation)) {
            operation.operands().forEach(liveness::mark);
          }
        });
    while (!liveness.open.isEmpty()) {
      liveness.propagate(liveness.open.pop());
    }
    return liveness;
  }

  boolean isLive(Value value) {
    return live.contains(value);
  }

  /** {@return whether the operation does nothing but compute its results} */
  static boolean isPure(Operation operation) {
    return operation.has(Traits.PURE) && operation.regions().isEmpty();
  }

  // Whether what the operation takes is needed only if something else is.
  private boolean waits(Operation operation) {
    return isPure(operation)
        || (operation.is(CallOp.DEF) && functions.callee(operation).isPresent())
        || (operation.is(ReturnOp.DEF)
            && operation.parentOp().flatMap(functions::find).isPresent());
  }

  private void mark(Value value) {
    if (live.add(value)) {
      open.push(value);
    }
  }

  private void propagate(Value value) {
    switch (value) {
      case OpResult result when isPure(result.owner()) ->
          result.owner().operands().forEach(this::mark);
      case OpResult result when result.owner().is(CallOp.DEF) ->
          functions
              .callee(result.owner())
              .ifPresent(callee -> mark(callee.returnOp().operand(index(result))));
      case OpResult _ -> {}
      case BlockArgument argument -> {
        Optional<FuncOp> function = argument.owner().parentOp().flatMap(functions::find);
        function.ifPresent(
            f ->
                functions
                    .callsOf(f)
                    .forEach(call -> mark(call.operation().operand(argument.index()))));
      }
    }
  }

  private static int index(OpResult result) {
    return result.owner().results().indexOf(result);
  }
}
