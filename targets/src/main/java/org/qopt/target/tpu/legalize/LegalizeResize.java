package org.qopt.target.tpu.legalize;

import java.util.List;
import java.util.stream.IntStream;
import org.qopt.dialect.nn.ResizeOp;
import org.qopt.dialect.nn.attr.Resampling;
import org.qopt.dialect.nn.attr.Resampling.Coordinates;
import org.qopt.dialect.nn.attr.Resampling.Mode;
import org.qopt.dialect.nn.shape.ResizeShapes;
import org.qopt.dialect.nn.shape.ShapeInput;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.location.ValueNames;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.target.legalize.NoFormException;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;
import org.qopt.target.tpu.dialect.ResizeBilinearOp;
import org.qopt.target.tpu.dialect.ResizeNearestOp;
import org.qopt.target.tpu.dialect.SliceOp;
import org.qopt.target.tpu.numerics.ResizedAxis;

/**
 * {@code nn.resize}: which pixels are nearest is found once; the places of bilinear means follow
 * from the sizes.
 */
record LegalizeResize() implements OpLegalization {
  @Override
  public OpDef root() {
    return ResizeOp.DEF;
  }

  @Override
  public Value legalize(QuantizedOp op, OpBuilder builder) {
    op.requireOneScale();
    Resampling resampling = new ResizeOp(op.operation()).resampling();
    boolean hasPixels = op.resultType().shape().elements() > 0;
    return resampling.mode() == Mode.BILINEAR && hasPixels
        ? bilinear(op, resampling.coordinates(), builder)
        : nearest(op, resampling, builder);
  }

  private static Value nearest(QuantizedOp op, Resampling resampling, OpBuilder builder) {
    return TpuOps.of(ResizeNearestOp.DEF)
        .set(ResizeNearestOp.ROWS, DenseIntArrayAttr.i64(indices(op, resampling, 1)))
        .set(ResizeNearestOp.COLUMNS, DenseIntArrayAttr.i64(indices(op, resampling, 2)))
        .build(builder, op);
  }

  private static long[] indices(QuantizedOp op, Resampling resampling, int axis) {
    Shape image = op.operandType(0).shape();
    Shape result = op.resultType().shape();
    if (result.dim(axis) == 0) {
      return new long[0];
    }
    ShapeInput input = new ShapeInput(List.of(image), op.operation().allAttributes());
    return IntStream.of(ResizeShapes.axis(input, result, axis).nearest(resampling))
        .asLongStream()
        .toArray();
  }

  /** PyTorch's coordinates take the first pixel for a single one, so that only that is needed. */
  private static Value bilinear(QuantizedOp op, Coordinates coordinates, OpBuilder builder) {
    boolean first = coordinates == Coordinates.PYTORCH_HALF_PIXEL;
    Coordinates known = first ? Coordinates.HALF_PIXEL : coordinates;
    Shape image = op.operandType(0).shape();
    Shape result = op.resultType().shape();
    for (int axis = 1; axis <= 2; axis++) {
      image = first && result.dim(axis) == 1 ? image.with(axis, 1) : image;
    }
    requirePlaces(image, result, known);
    Value x = op.operand(0);
    if (!image.equals(op.operandType(0).shape())) {
      TensorType type = op.operandType(0).withShape(image);
      x =
          TpuOps.of(SliceOp.DEF)
              .set("starts", DenseIntArrayAttr.i64(0, 0))
              .set("ends", DenseIntArrayAttr.i64(image.dim(1), image.dim(2)))
              .set("axes", DenseIntArrayAttr.i64(1, 2))
              .build(
                  builder, ValueNames.part(op.operation().location(), "first"), type, List.of(x));
    }
    return TpuOps.of(ResizeBilinearOp.DEF)
        .set(ResizeBilinearOp.SIZES, DenseIntArrayAttr.i64(result.dim(1), result.dim(2)))
        .set(Coordinates.NAME, Resampling.attribute(known))
        .build(builder, op.operation().location(), op.resultType(), List.of(x));
  }

  private static void requirePlaces(Shape image, Shape result, Coordinates coordinates) {
    try {
      for (int axis = 1; axis <= 2; axis++) {
        new ResizedAxis(image.size(axis), result.size(axis), coordinates);
      }
    } catch (IllegalArgumentException e) {
      throw new NoFormException(e.getMessage());
    }
  }
}
