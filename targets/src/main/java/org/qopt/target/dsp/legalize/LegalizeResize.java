package org.qopt.target.dsp.legalize;

import java.util.List;
import org.qopt.dialect.nn.attr.Resampling;
import org.qopt.dialect.nn.attr.Resampling.Mode;
import org.qopt.dialect.nn.shape.ResizeShapes;
import org.qopt.dialect.nn.shape.ResizedAxis;
import org.qopt.dialect.nn.shape.ShapeInput;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.location.Location;
import org.qopt.ir.location.ValueNames;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;

/**
 * {@code nn.resize}: which pixel is nearest is known before the program runs, and so is between
 * which two rows, and then columns, one lies.
 *
 * @param accumulator the width of accumulators
 */
record LegalizeResize(int accumulator) implements OpLegalization {
  private static final int ROWS = 1;
  private static final int COLUMNS = 2;

  @Override
  public OpDef root() {
    return org.qopt.dialect.nn.ResizeOp.DEF;
  }

  @Override
  public Value legalize(QuantizedOp op, OpBuilder builder) {
    op.requireOneType("type");
    Resampling resampling = Resampling.of(op.operation());
    boolean nothing = op.resultType().shape().elements() == 0;
    return resampling.mode() == Mode.NEAREST || nothing
        ? nearest(op, resampling, builder)
        : bilinear(op, resampling, builder);
  }

  private static Value nearest(QuantizedOp op, Resampling resampling, OpBuilder builder) {
    int[][] places = new int[3][];
    for (int axis = ROWS; axis <= COLUMNS; axis++) {
      places[axis] =
          op.resultType().shape().size(axis) == 0 ? new int[0] : axis(op, axis).nearest(resampling);
    }
    return new Pixels(op.operand(0), places[ROWS], places[COLUMNS])
        .build(builder, op.operation().location());
  }

  private Value bilinear(QuantizedOp op, Resampling resampling, OpBuilder builder) {
    Location location = op.operation().location();
    Between rows = new Between(ROWS, axis(op, ROWS).places(resampling.coordinates()), accumulator);
    Between columns =
        new Between(COLUMNS, axis(op, COLUMNS).places(resampling.coordinates()), accumulator);
    Value image = op.operand(0);
    if (columns.keeps(image)) {
      return rows.apply(builder, location, image, op.resultType());
    }
    if (rows.keeps(image)) {
      return columns.apply(builder, location, image, op.resultType());
    }
    TensorType type = op.operandType(0);
    TensorType tall =
        type.withShape(resized(type.shape(), rows.places().length))
            .withElementType(Between.finer(DspOps.value(type)));
    Value between = rows.apply(builder, ValueNames.part(location, "rows"), image, tall);
    return columns.apply(builder, location, between, op.resultType());
  }

  private static Shape resized(Shape image, int rows) {
    return Shape.of(image.dim(0), rows, image.dim(2), image.dim(3));
  }

  private static ResizedAxis axis(QuantizedOp op, int axis) {
    ShapeInput input =
        new ShapeInput(List.of(op.operandType(0).shape()), op.operation().allAttributes());
    return ResizeShapes.axis(input, op.resultType().shape(), axis);
  }
}
