package org.qopt.ir.op;

import java.util.ArrayList;
import java.util.List;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticSink;
import org.qopt.ir.type.ShapedType;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;

/** The checks of traits that say that types are alike. */
final class SameTypes {
  private SameTypes() {}

  static void elements(Operation operation, DiagnosticSink sink) {
    List<Type> types = new ArrayList<>(operation.operandTypes());
    types.addAll(operation.resultTypes());
    for (Type type : types) {
      Type first = element(types.getFirst());
      if (!element(type).equals(first)) {
        report(
            operation,
            sink,
            "expected one element type for all operands and results, but got "
                + first
                + " and "
                + element(type));
        return;
      }
    }
  }

  private static Type element(Type type) {
    return type instanceof ShapedType shaped ? shaped.elementType() : type;
  }

  static void shapes(Operation operation, DiagnosticSink sink) {
    if (operation.operandCount() == 0) {
      return;
    }
    Type operand = operation.operand(0).type();
    for (Type result : operation.resultTypes()) {
      if (!isSameShape(operand, result)) {
        report(
            operation,
            sink,
            "expected a result of the operand's shape (" + operand + "), but got " + result);
      }
    }
  }

  private static boolean isSameShape(Type a, Type b) {
    if (a instanceof TensorType left && b instanceof TensorType right) {
      return left.shape().isCompatibleWith(right.shape());
    }
    return a instanceof ShapedType == b instanceof ShapedType;
  }

  private static void report(Operation operation, DiagnosticSink sink, String message) {
    sink.report(
        Diagnostic.error(operation.reportLocation(), "'" + operation.name() + "' op " + message));
  }
}
