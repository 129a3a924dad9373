package org.qopt.target.tpu;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.qopt.dialect.nn.ConstantOp;
import org.qopt.dialect.quant.UniformQuantizedPerAxisType;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.BlockArgument;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.ArrayAttr;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DenseElementsAttr;
import org.qopt.ir.attribute.DenseFloatArrayAttr;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.attribute.FloatAttr;
import org.qopt.ir.attribute.TypeAttr;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.diagnostic.DiagnosticSink;
import org.qopt.ir.type.FunctionType;
import org.qopt.ir.type.IndexType;
import org.qopt.ir.type.IntegerType;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;
import org.qopt.target.tpu.dialect.TpuDialect;

/**
 * Proves that a program uses integers alone: every operation is one of {@code tpu}, a constant, a
 * function or a module; every type is an integer, a static tensor of integers, or one of quantized
 * elements whose parameters are known; no attribute holds a float.
 *
 * <p>The scales in quantized types are the one exception: they document what the integers mean, and
 * nothing computes with them.
 */
public final class TpuVerifier {
  private static final Set<String> DIALECTS = Set.of(TpuDialect.NAME, "func", "builtin");

  private TpuVerifier() {}

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
                                    "'%s' op is not legal on tpu: %s"
                                        .formatted(operation.name(), text))
                                .as(DiagnosticKind.NOT_LEGAL))));
  }

  private static Optional<String> fault(Operation operation) {
    if (!DIALECTS.contains(operation.dialect()) && !operation.is(ConstantOp.DEF)) {
      return Optional.of("expected an operation of the dialect tpu or a constant");
    }
    return values(operation)
        .map(Value::type)
        .filter(type -> !isInteger(type))
        .findFirst()
        .map(type -> "expected integers or quantized elements, but got a value of type " + type)
        .or(() -> floatAttribute(operation));
  }

  /**
   * The results, and what the operation's blocks are entered with; operands are others' results.
   */
  private static Stream<Value> values(Operation operation) {
    Stream<BlockArgument> arguments =
        operation.regions().stream()
            .flatMap(region -> region.blocks().stream())
            .flatMap(block -> block.arguments().stream());
    return Stream.concat(operation.results().stream(), arguments);
  }

  private static boolean isInteger(Type type) {
    return switch (type) {
      case IntegerType _, IndexType _ -> true;
      case UniformQuantizedType _, UniformQuantizedPerAxisType _ -> true;
      case TensorType tensor -> tensor.shape().isStatic() && isInteger(tensor.elementType());
      case FunctionType function ->
          Stream.concat(function.inputs().stream(), function.results().stream())
              .allMatch(TpuVerifier::isInteger);
      default -> false;
    };
  }

  private static Optional<String> floatAttribute(Operation operation) {
    return Stream.of(operation.properties(), operation.attributes())
        .flatMap(dictionary -> dictionary.entries().entrySet().stream())
        .filter(entry -> holdsFloat(entry.getValue()))
        .findFirst()
        .map(
            entry ->
                "expected attributes without floats, but got '%s' = %s"
                    .formatted(entry.getKey(), text(entry.getValue())));
  }

  private static boolean holdsFloat(Attribute attribute) {
    return switch (attribute) {
      case FloatAttr _, DenseFloatArrayAttr _ -> true;
      case DenseElementsAttr elements -> !isInteger(elements.type());
      case TypeAttr type -> !isInteger(type.value());
      case ArrayAttr array -> array.elements().stream().anyMatch(TpuVerifier::holdsFloat);
      case DictionaryAttr dictionary ->
          dictionary.entries().values().stream().anyMatch(TpuVerifier::holdsFloat);
      default -> false;
    };
  }

  private static String text(Attribute attribute) {
    return attribute instanceof DenseElementsAttr elements
        ? "elements of type " + elements.type()
        : attribute.toString();
  }
}
