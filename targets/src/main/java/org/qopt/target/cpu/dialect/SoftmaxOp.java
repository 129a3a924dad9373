package org.qopt.target.cpu.dialect;

import java.util.Optional;
import org.qopt.dialect.nn.attr.NnAttributes;
import org.qopt.dialect.nn.shape.Axes;
import org.qopt.dialect.nn.shape.MovementShapes;
import org.qopt.dialect.nn.shape.ShapeCheck;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.type.Shape;
import org.qopt.target.cpu.numerics.Softmax;
import org.qopt.target.dialect.Bytes;
import org.qopt.target.dialect.Int8Types;
import org.qopt.target.dialect.ShapeClause;

/** {@code cpu.softmax}: turns scores into probabilities. */
public final class SoftmaxOp {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("cpu.softmax")
          .summary("turns scores into probabilities")
          .description(
              """
              Exponentials of the differences to the largest along 'axis', from a table of f32, \
              times the largest integer up to `1 / result scale`, divided by their sum, each in f32; \
              rounded to the nearest integer, halves to even, plus the result's zero point, cut. It \
              is ONNX Runtime's QLinearSoftmax.""")
          .example(
              """
              func.func @f(%x: tensor<1x4x!quant.uniform<i8:f32, 0.0625:-3>>)
                  -> tensor<1x4x!quant.uniform<i8:f32, 0.00390625:-128>> {
                %y = cpu.softmax %x : tensor<1x4x!quant.uniform<i8:f32, 0.00390625:-128>>
                return %y : tensor<1x4x!quant.uniform<i8:f32, 0.00390625:-128>>
              }""")
          .operand("x", Int8Types.TENSOR)
          .attribute("axis", NnAttributes.AXIS, IntegerAttr.i64(-1))
          .result("result", Int8Types.TENSOR)
          .traits(Traits.PURE)
          .clause(ShapeClause.TEXT, ShapeClause.of(MovementShapes::same))
          .clause("the axis is one of the input's", ShapeCheck.clause(Axes::axis))
          .clause(
              "the axis is not of one index, for which ONNX Runtime's kernel gives 0 instead of 1",
              SoftmaxOp::several)
          .kernel(SoftmaxOp::kernel)
          .build();

  private SoftmaxOp() {}

  private static Optional<String> several(Operation operation) {
    Shape shape = Bytes.shape(operation.operand(0));
    return shape.size(axis(operation, shape)) == 1
        ? Optional.of("expected an axis of any size but 1, but got that of shape [" + shape + "]")
        : Optional.empty();
  }

  private static int axis(Operation operation, Shape shape) {
    return Axes.normalize(
        Math.toIntExact(operation.required("axis", IntegerAttr.class).asLong()), shape.rank());
  }

  private static Kernel kernel(Operation operation) {
    Shape shape = Bytes.shape(operation.result());
    int axis = axis(operation, shape);
    int inner = 1;
    for (int i = axis + 1; i < shape.rank(); i++) {
      inner *= shape.size(i);
    }
    int step = inner;
    Softmax softmax =
        new Softmax(
            Parameters.of(operation.operand(0)),
            Parameters.of(operation.result()),
            Math.max(1, shape.size(axis)));
    return Bytes.unary(operation, input -> softmax.execute(input, step));
  }
}
