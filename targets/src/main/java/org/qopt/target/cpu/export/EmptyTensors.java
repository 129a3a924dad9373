package org.qopt.target.cpu.export;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.qopt.dialect.quant.QuantizedTypes;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.interpret.KernelFactory;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;

/**
 * Tensors without elements, which ONNX Runtime has not been made for: what is computed from them,
 * and constants alone, does not depend on the inputs and is written as a constant.
 */
final class EmptyTensors {
  private EmptyTensors() {}

  /** {@return what {@code operation} computes, if a tensor without elements decides it} */
  static Optional<List<Tensor>> results(Operation operation, Tensors tensors) {
    if (operation.results().isEmpty() || !operation.has(Traits.PURE)) {
      return Optional.empty();
    }
    if (operation.results().stream().allMatch(EmptyTensors::isEmpty)) {
      return Optional.of(
          operation.results().stream()
              .map(EmptyTensors::empty)
              .collect(ImmutableList.toImmutableList()));
    }
    Optional<KernelFactory> kernel = operation.def().flatMap(OpDef::kernel);
    boolean known =
        operation.operands().stream()
            .allMatch(value -> isEmpty(value) || tensors.constant(value).isPresent());
    if (kernel.isEmpty()
        || !known
        || operation.operands().stream().noneMatch(EmptyTensors::isEmpty)) {
      return Optional.empty();
    }
    return Optional.of(
        kernel
            .get()
            .prepare(operation)
            .run(
                operation.operands().stream()
                    .map(value -> tensors.constant(value).orElseGet(() -> empty(value)))
                    .toList()));
  }

  private static boolean isEmpty(Value value) {
    return value.type() instanceof TensorType type
        && type.shape().isStatic()
        && type.shape().elements() == 0;
  }

  private static Tensor empty(Value value) {
    Shape shape = Tensors.shape(value);
    return Tensor.of(shape, new byte[0])
        .cast(QuantizedTypes.storageKind(value.type()).orElseThrow());
  }
}
