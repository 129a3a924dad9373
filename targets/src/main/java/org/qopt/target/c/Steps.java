package org.qopt.target.c;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qopt.dialect.func.CallIndirectOp;
import org.qopt.dialect.func.CallOp;
import org.qopt.dialect.func.ConstantOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.func.ReturnOp;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.diagnostic.InvalidInputException;

/**
 * What a function does, one operation after the other.
 *
 * @param steps the operations but for constants and those that compute nothing
 * @param owners the value whose elements a value is, for those that are not their own
 * @param constants the arrays of the constants
 */
record Steps(
    ImmutableList<Step> steps,
    ImmutableMap<Value, Value> owners,
    ImmutableMap<Value, ImmutableList<CTable>> constants) {
  /**
   * An operation.
   *
   * @param operation the operation
   * @param calls what computes its results; nothing if these have no elements
   */
  record Step(Operation operation, ImmutableList<CCall> calls) {}

  /**
   * {@return what {@code function} does}
   *
   * @throws InvalidInputException if there is no form for an operation or a type
   */
  static Steps of(FuncOp function, CLowering lowering) {
    if (function.operation().region(0).blocks().size() != 1) {
      throw refusal(function.operation(), "expected a single block");
    }
    List<Step> steps = new ArrayList<>();
    Map<Value, Value> owners = new HashMap<>();
    ImmutableMap.Builder<Value, ImmutableList<CTable>> constants = ImmutableMap.builder();
    for (Operation operation : function.entry()) {
      if (operation.is(ReturnOp.DEF)) {
        continue;
      }
      checkCall(operation);
      try {
        Optional<ImmutableList<CTable>> constant = lowering.constant(operation);
        Optional<Value> same = lowering.same(operation);
        if (constant.isPresent()) {
          constants.put(operation.result(), constant.get());
        } else if (same.isPresent()) {
          owners.put(operation.result(), owners.getOrDefault(same.get(), same.get()));
        } else {
          steps.add(
              new Step(
                  operation,
                  hasElements(operation, lowering)
                      ? lowering.calls(operation)
                      : ImmutableList.of()));
        }
      } catch (IllegalArgumentException e) {
        throw refusal(operation, e.getMessage());
      }
    }
    return new Steps(
        ImmutableList.copyOf(steps), ImmutableMap.copyOf(owners), constants.buildOrThrow());
  }

  private static void checkCall(Operation operation) {
    if (operation.is(CallOp.DEF)
        || operation.is(CallIndirectOp.DEF)
        || operation.is(ConstantOp.DEF)) {
      throw refusal(
          operation,
          "expected a program in one function (the pass inline makes one), but this refers to another");
    }
  }

  private static boolean hasElements(Operation operation, CLowering lowering) {
    return operation.results().stream()
        .flatMap(result -> lowering.parts(result.type()).stream())
        .anyMatch(part -> part.length() > 0);
  }

  private static InvalidInputException refusal(Operation operation, String reason) {
    return new InvalidInputException(
        DiagnosticKind.NOT_LEGAL,
        operation.reportLocation(),
        "'%s' op cannot be written in C: %s".formatted(operation.name(), reason));
  }

  /** {@return the value whose elements {@code value} is: another one or itself} */
  Value owner(Value value) {
    return owners.getOrDefault(value, value);
  }
}
