package org.qopt.ir.verify;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.op.InferenceException;
import org.qopt.ir.op.InferenceInput;
import org.qopt.ir.op.TypeInference;
import org.qopt.ir.type.ShapedType;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;

/** The types that an operation's results have are ones that follow from its operands. */
final class InferenceRule {
  private InferenceRule() {}

  static void check(Operation operation, TypeInference inference, Report report) {
    List<Type> inferred;
    try {
      inferred = inference.infer(InferenceInput.of(operation));
    } catch (InferenceException e) {
      report.op(DiagnosticKind.RESULT_INFERENCE, operation, e.getMessage());
      return;
    }
    List<Type> declared = operation.resultTypes();
    boolean compatible = inferred.size() == declared.size();
    for (int i = 0; compatible && i < inferred.size(); i++) {
      compatible = isCompatible(inferred.get(i), declared.get(i));
    }
    if (!compatible) {
      report.op(
          DiagnosticKind.RESULT_INFERENCE,
          operation,
          "inferred type(s) %s are incompatible with return type(s) of operation %s"
              .formatted(quoted(inferred), quoted(declared)));
    }
  }

  // A type may say less than what could be known, but nothing else.
  private static boolean isCompatible(Type inferred, Type declared) {
    if (inferred instanceof TensorType a && declared instanceof TensorType b) {
      return a.shape().isCompatibleWith(b.shape())
          && Objects.equals(a.elementType(), b.elementType());
    }
    if (inferred instanceof ShapedType a && declared instanceof ShapedType b) {
      return a.elementType().equals(b.elementType());
    }
    return inferred.equals(declared);
  }

  private static String quoted(List<Type> types) {
    return types.stream().map(Type::toString).collect(Collectors.joining("', '", "'", "'"));
  }
}
