package org.qopt.target;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.FunctionType;
import org.qopt.ir.type.IndexType;
import org.qopt.ir.type.IntegerType;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;

/**
 * Proves that a program uses integers alone: every operation is one of the target's dialect, a
 * constant, a function or a module; every type is an integer, a static tensor of integers, or one
 * of elements that the target computes with; no attribute holds a float.
 *
 * @param target the target's name, which is that of its dialect
 * @param constant the operation that constants are
 * @param isElement whether a type is one of those that stand for reals
 */
public record IntegerProgram(String target, OpDef constant, Predicate<Type> isElement) {
  private static final Set<String> FRAMES = Set.of("func", "builtin");

  /** Reports the first fault of each operation in {@code module}, a valid one. */
  public void verify(Operation module, DiagnosticSink sink) {
    module.walk(
        operation ->
            fault(operation)
                .ifPresent(
                    text ->
                        sink.report(
                            Diagnostic.error(
                                    operation.reportLocation(),
                                    "'%s' op is not legal on %s: %s"
                                        .formatted(operation.name(), target, text))
                                .as(DiagnosticKind.NOT_LEGAL))));
  }

  private Optional<String> fault(Operation operation) {
    if (!operation.dialect().equals(target)
        && !FRAMES.contains(operation.dialect())
        && !operation.is(constant)) {
      return Optional.of("expected an operation of the dialect " + target + " or a constant");
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

  private boolean isInteger(Type type) {
    return switch (type) {
      case IntegerType _, IndexType _ -> true;
      case TensorType tensor -> tensor.shape().isStatic() && isInteger(tensor.elementType());
      case FunctionType function ->
          Stream.concat(function.inputs().stream(), function.results().stream())
              .allMatch(this::isInteger);
      default -> isElement.test(type);
    };
  }

  private Optional<String> floatAttribute(Operation operation) {
    return Stream.of(operation.properties(), operation.attributes())
        .flatMap(dictionary -> dictionary.entries().entrySet().stream())
        .filter(entry -> holdsFloat(entry.getValue()))
        .findFirst()
        .map(
            entry ->
                "expected attributes without floats, but got '%s' = %s"
                    .formatted(entry.getKey(), text(entry.getValue())));
  }

  private boolean holdsFloat(Attribute attribute) {
    return switch (attribute) {
      case FloatAttr _, DenseFloatArrayAttr _ -> true;
      case DenseElementsAttr elements -> !isInteger(elements.type());
      case TypeAttr type -> !isInteger(type.value());
      case ArrayAttr array -> array.elements().stream().anyMatch(this::holdsFloat);
      case DictionaryAttr dictionary ->
          dictionary.entries().values().stream().anyMatch(this::holdsFloat);
      default -> false;
    };
  }

  private static String text(Attribute attribute) {
    return attribute instanceof DenseElementsAttr elements
        ? "elements of type " + elements.type()
        : attribute.toString();
  }
}
