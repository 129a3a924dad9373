package org.qopt.target.cpu;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.qopt.dialect.nn.ConstantOp;
import org.qopt.dialect.quant.QuantizedTypes;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.diagnostic.DiagnosticSink;
import org.qopt.ir.type.Type;
import org.qopt.target.cpu.dialect.CpuDialect;

/**
 * Proves that quantized values are computed by operations of {@code cpu} alone: every operation is
 * one of {@code cpu} or {@code nn}, a function or a module, and those of {@code nn}, but for
 * constants, neither take nor compute what is quantized.
 */
public final class CpuVerifier {
  private static final Set<String> DIALECTS = Set.of(CpuDialect.NAME, "nn", "func", "builtin");

  private CpuVerifier() {}

  /** Reports the first fault of each operation in {@code module}, a valid one. */
  public static void verify(Operation module, DiagnosticSink sink) {
    module.walk(
        operation ->
            fault(operation)
                .ifPresent(
                    text ->
                        sink.report(
                            Diagnostic.error(
                                    operation.reportLocation(),
                                    "'%s' op is not legal on cpu: %s"
                                        .formatted(operation.name(), text))
                                .as(DiagnosticKind.NOT_LEGAL))));
  }

  private static Optional<String> fault(Operation operation) {
    if (!DIALECTS.contains(operation.dialect())) {
      return Optional.of("expected an operation of the dialect cpu or nn");
    }
    if (!operation.dialect().equals("nn") || operation.is(ConstantOp.DEF)) {
      return Optional.empty();
    }
    return Stream.<Type>concat(operation.operandTypes().stream(), operation.resultTypes().stream())
        .filter(type -> QuantizedTypes.of(type).isPresent())
        .findFirst()
        .map(type -> "expected floats or plain integers, but got a value of type " + type);
  }
}
