package org.qopt.dialect.nn.kernel;

import java.util.List;
import java.util.stream.IntStream;
import org.qopt.dialect.nn.shape.Axes;
import org.qopt.dialect.nn.shape.MovementShapes;
import org.qopt.dialect.nn.shape.ReshapeShapes;
import org.qopt.dialect.nn.shape.ShapeInput;
import org.qopt.dialect.nn.shape.ShapeRule;
import org.qopt.dialect.nn.shape.SliceShapes;
import org.qopt.dialect.quant.QuantizedTypes;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

/** The kernels of operations that move elements of any kind. */
public final class MovementKernels {
  private MovementKernels() {}

  /** Moves elements into {@code result}, an array of the operands' kind for {@code shape}. */
  @FunctionalInterface
  interface Body {
    /** Fills {@code result}. */
    void move(ShapeInput input, List<Tensor> operands, Shape shape, Object result);
  }

  static Kernel of(Operation operation, ShapeRule rule, Body body) {
    DictionaryAttr attributes = operation.allAttributes();
    return operands -> {
      ShapeInput input = new ShapeInput(operands.stream().map(Tensor::shape).toList(), attributes);
      Shape shape = rule.result(input);
      ElementKind kind = operands.getFirst().kind();
      Object result = Buffers.allocate(kind, Buffers.size(shape));
      body.move(input, operands, shape, result);
      return List.of(Tensor.of(kind, shape, result));
    };
  }

  /** {@return the kernel of {@code nn.reshape}} */
  public static Kernel reshape(Operation operation) {
    DictionaryAttr attributes = operation.allAttributes();
    return operands -> {
      Tensor x = operands.getFirst();
      ShapeInput input = new ShapeInput(List.of(x.shape()), attributes);
      return List.of(x.reshaped(ReshapeShapes.reshape(input)));
    };
  }

  /** {@return the kernel of {@code nn.dynamic_reshape}} */
  public static Kernel dynamicReshape(Operation operation) {
    return operands -> {
      Tensor x = operands.getFirst();
      return List.of(x.reshaped(ReshapeShapes.onnx(x.shape(), operands.get(1).longs())));
    };
  }

  /** {@return the kernel of {@code nn.shape}} */
  public static Kernel shape(Operation operation) {
    return operands -> {
      Shape shape = operands.getFirst().shape();
      return List.of(Tensor.of(Shape.of(shape.rank()), shape.dims().toArray()));
    };
  }

  /** {@return the kernel of {@code nn.cast}} */
  public static Kernel cast(Operation operation) {
    ElementKind kind = QuantizedTypes.storageKind(operation.result().type()).orElseThrow();
    return operands -> List.of(operands.getFirst().cast(kind));
  }

  /** {@return the kernel of {@code nn.transpose}} */
  public static Kernel transpose(Operation operation) {
    return of(
        operation,
        MovementShapes::transpose,
        (input, operands, shape, result) -> {
          int[] strides = StridedCopy.Walk.over(input.shape(0)).strides();
          int[] permuted =
              IntStream.of(input.ints("permutation")).map(axis -> strides[axis]).toArray();
          new StridedCopy(
                  sizes(shape), new StridedCopy.Walk(0, permuted), StridedCopy.Walk.over(shape))
              .run(Buffers.array(operands.getFirst()), result);
        });
  }

  /** {@return the kernel of {@code nn.concat}} */
  public static Kernel concat(Operation operation) {
    return of(
        operation,
        MovementShapes::concat,
        (input, operands, shape, result) -> {
          int axis = Axes.normalize(input.integer("axis"), shape.rank());
          StridedCopy.Walk target = StridedCopy.Walk.over(shape);
          int offset = 0;
          for (Tensor operand : operands) {
            new StridedCopy(
                    sizes(operand.shape()),
                    StridedCopy.Walk.over(operand.shape()),
                    target.at(offset))
                .run(Buffers.array(operand), result);
            offset += operand.shape().size(axis) * target.strides()[axis];
          }
        });
  }

  /** {@return the kernel of {@code nn.slice}} */
  public static Kernel slice(Operation operation) {
    return of(
        operation,
        SliceShapes::slice,
        (input, operands, shape, result) -> {
          int[] strides = StridedCopy.Walk.over(input.shape(0)).strides();
          int[] steps = new int[strides.length];
          int offset = 0;
          SliceShapes.Range[] ranges = SliceShapes.ranges(input);
          for (int i = 0; i < steps.length; i++) {
            // A step is only taken between two elements, so it cannot be too long then.
            steps[i] = ranges[i].count() < 2 ? 0 : (int) ranges[i].step() * strides[i];
            offset += ranges[i].count() == 0 ? 0 : (int) ranges[i].start() * strides[i];
          }
          new StridedCopy(
                  sizes(shape), new StridedCopy.Walk(offset, steps), StridedCopy.Walk.over(shape))
              .run(Buffers.array(operands.getFirst()), result);
        });
  }

  static int[] sizes(Shape shape) {
    return IntStream.range(0, shape.rank()).map(shape::size).toArray();
  }
}
