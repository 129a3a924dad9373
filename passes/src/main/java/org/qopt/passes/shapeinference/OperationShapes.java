package org.qopt.passes.shapeinference;

import java.util.List;
import java.util.Optional;
import org.qopt.ir.OpResult;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticSink;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.op.ConstantElements;
import org.qopt.ir.op.InferenceException;
import org.qopt.ir.op.InferenceInput;
import org.qopt.ir.op.Traits;
import org.qopt.ir.op.TypeInference;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.ShapedType;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;
import org.qopt.passes.match.KnownElements;
import org.qopt.rewrite.TypeRefinement;

/** Adds what can be inferred of the results of operations to what is known of them. */
final class OperationShapes {
  private final DiagnosticSink sink;
  private boolean failed;

  OperationShapes(DiagnosticSink sink) {
    this.sink = sink;
  }

  /** {@return the same, of which nobody hears before it is adopted} */
  OperationShapes trial() {
    return new OperationShapes(new Diagnostics());
  }

  /** Takes over what a trial found at fault. */
  void adopt(OperationShapes trial) {
    failed |= trial.failed;
    ((Diagnostics) trial.sink).all().forEach(sink::report);
  }

  /** {@return whether operations did not fit together} */
  boolean failed() {
    return failed;
  }

  /**
   * {@return whether more is known of the results now}
   *
   * @param symbolic what is known of the values before
   */
  boolean refine(Operation operation, SymbolicShapes symbolic) {
    if (failed) {
      return false;
    }
    List<Type> inferred = infer(operation);
    boolean changed = false;
    for (int i = 0; i < inferred.size(); i++) {
      changed |= refine(operation.result(i), inferred.get(i), operation);
    }
    for (OpResult result : operation.results()) {
      Optional<Shape> shape = failed ? Optional.empty() : symbolic.infer(result);
      changed |=
          shape.isPresent()
              && refine(result, ((TensorType) result.type()).withShape(shape.get()), operation);
    }
    return changed;
  }

  /**
   * {@return whether more is known of {@code value} when {@code type} is added, as of {@code
   * cause}}
   */
  boolean refine(Value value, Type type, Operation cause) {
    Optional<Type> both = TypeRefinement.of(value.type(), type);
    if (both.isEmpty()) {
      fail(cause, "inferred type '%s', which contradicts '%s'".formatted(type, value.type()));
      return false;
    }
    boolean changed = !both.get().equals(value.type());
    value.setType(both.get());
    return changed;
  }

  private List<Type> infer(Operation operation) {
    Optional<TypeInference> inference = operation.def().flatMap(def -> def.inference());
    if (inference.isEmpty()) {
      return operation.has(Traits.SAME_SHAPE) ? sameShape(operation) : List.of();
    }
    try {
      return inference
          .get()
          .infer(
              new InferenceInput(
                  operation.operandTypes(),
                  operation.allAttributes(),
                  index ->
                      ConstantElements.of(operation.operand(index))
                          .or(() -> KnownElements.constant(operation.operand(index)))));
    } catch (InferenceException e) {
      fail(operation, e.getMessage());
      return List.of();
    }
  }

  // The element type is given, the shape that of the first operand.
  private static List<Type> sameShape(Operation operation) {
    if (operation.operandCount() == 0
        || !(operation.operand(0).type() instanceof ShapedType shape)) {
      return List.of();
    }
    return operation.resultTypes().stream()
        .map(
            type ->
                type instanceof ShapedType result
                    ? (Type) shape.withElementType(result.elementType())
                    : type)
        .toList();
  }

  private void fail(Operation operation, String message) {
    failed = true;
    sink.report(
        Diagnostic.error(operation.reportLocation(), "'" + operation.name() + "' op " + message));
  }
}
