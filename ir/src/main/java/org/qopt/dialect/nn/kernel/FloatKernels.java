package org.qopt.dialect.nn.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.qopt.dialect.nn.shape.ShapeInput;
import org.qopt.dialect.nn.shape.ShapeRule;
import org.qopt.dialect.quant.QuantizedTypes;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.interpret.KernelFactory;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

/** Makes kernels from computations on {@code float} arrays. */
final class FloatKernels {
  private FloatKernels() {}

  /** A computation on arrays; the shapes fit together and the result is to be filled. */
  @FunctionalInterface
  interface Body {
    /** Fills {@code result}, which has shape {@code shape}, from the operands. */
    void compute(ShapeInput input, List<float[]> operands, Shape shape, float[] result);
  }

  /** {@return the factory of kernels whose result has the shape that {@code rule} says} */
  static KernelFactory of(ShapeRule rule, Function<Operation, Body> prepare) {
    return operation -> {
      Body body = prepare.apply(operation);
      DictionaryAttr attributes = operation.allAttributes();
      ElementKind kind = QuantizedTypes.storageKind(operation.result().type()).orElseThrow();
      return operands -> {
        List<Shape> shapes = operands.stream().map(Tensor::shape).toList();
        ShapeInput input = new ShapeInput(shapes, attributes);
        Shape shape = rule.result(input);
        List<float[]> arrays = new ArrayList<>();
        for (Tensor operand : operands) {
          arrays.add(operand.cast(ElementKind.F32).floats());
        }
        float[] result = new float[Buffers.size(shape)];
        body.compute(input, arrays, shape, result);
        return List.of(Tensor.of(shape, result).cast(kind));
      };
    };
  }
}
