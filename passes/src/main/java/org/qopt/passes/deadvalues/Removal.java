package org.qopt.passes.deadvalues;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.qopt.dialect.func.CallOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Operation;
import org.qopt.ir.OperationState;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.ArrayAttr;
import org.qopt.pass.PassContext;

/** Takes out of a module what is not live. */
final class Removal {
  private final PrivateFunctions functions;
  private final Liveness liveness;
  private final PassContext context;

  Removal(PrivateFunctions functions, Liveness liveness, PassContext context) {
    this.functions = functions;
    this.liveness = liveness;
    this.context = context;
  }

  void run(Operation module) {
    List<Operation> dead = new ArrayList<>();
    module.walk(
        operation -> {
          if (Liveness.isPure(operation)
              && !operation.results().isEmpty()
              && operation.results().stream().noneMatch(liveness::isLive)) {
            dead.add(operation);
          }
        });
    List<Kept> kept = functions.all().stream().map(this::kept).toList();
    // First nothing takes what is dead any more, then it goes.
    kept.forEach(this::dropOperands);
    dead.forEach(operation -> operation.setOperands(List.of()));
    dead.forEach(Operation::erase);
    kept.forEach(this::dropResults);
    context.count("num-ops-removed", dead.size());
  }

  /** Which arguments and results of a function are live, in order. */
  private record Kept(FuncOp function, List<Integer> arguments, List<Integer> results) {}

  private Kept kept(FuncOp function) {
    List<CallOp> calls = functions.callsOf(function);
    List<Integer> results =
        IntStream.range(0, function.returnOp().operandCount())
            .filter(
                i -> calls.stream().anyMatch(call -> liveness.isLive(call.operation().result(i))))
            .boxed()
            .toList();
    return new Kept(function, liveIndices(function.arguments()), results);
  }

  private List<Integer> liveIndices(List<? extends Value> values) {
    return IntStream.range(0, values.size())
        .filter(i -> liveness.isLive(values.get(i)))
        .boxed()
        .toList();
  }

  private static void filter(FuncOp function, String name, List<Integer> kept) {
    function
        .operation()
        .attribute(name, ArrayAttr.class)
        .ifPresent(
            all ->
                function
                    .operation()
                    .setAttribute(
                        name, ArrayAttr.of(kept.stream().map(all.elements()::get).toList())));
  }

  private void dropOperands(Kept kept) {
    keep(kept.function().returnOp(), kept.results());
    functions.callsOf(kept.function()).forEach(call -> keep(call.operation(), kept.arguments()));
  }

  private static void keep(Operation operation, List<Integer> operands) {
    operation.setOperands(operands.stream().map(operation::operand).toList());
  }

  private void dropResults(Kept kept) {
    FuncOp function = kept.function();
    functions.callsOf(function).forEach(call -> shorten(call.operation(), kept.results()));
    for (int i = function.arguments().size() - 1; i >= 0; i--) {
      if (!liveness.isLive(function.arguments().get(i))) {
        function.entry().removeArgument(i);
        context.count("num-arguments-removed", 1);
      }
    }
    filter(function, "arg_attrs", kept.arguments());
    filter(function, "res_attrs", kept.results());
    function.updateType();
  }

  private static void shorten(Operation call, List<Integer> results) {
    if (results.size() == call.results().size()) {
      return;
    }
    OperationState state =
        OperationState.of(CallOp.DEF, call.location())
            .addOperands(call.operands())
            .addResults(results.stream().map(i -> call.result(i).type()).toList())
            .setProperties(call.properties())
            .setAll(call.attributes());
    Operation shorter = OpBuilder.before(call).create(state);
    call.position().ifPresent(shorter::setPosition);
    for (int i = 0; i < results.size(); i++) {
      call.result(results.get(i)).replaceAllUsesWith(shorter.result(i));
    }
    call.erase();
  }
}
