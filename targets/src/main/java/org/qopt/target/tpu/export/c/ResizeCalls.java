package org.qopt.target.tpu.export.c;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.qopt.dialect.nn.attr.Padding;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.ir.Operation;
import org.qopt.target.c.CArgument;
import org.qopt.target.c.CCall;
import org.qopt.target.c.Shapes;
import org.qopt.target.tpu.dialect.ResizeBilinearOp;
import org.qopt.target.tpu.dialect.ResizeNearestOp;
import org.qopt.target.tpu.dialect.TpuAttributes;
import org.qopt.target.tpu.numerics.ResizeBilinear;
import org.qopt.target.tpu.numerics.ResizedAxis;

/** The calls of operations that give an image another height and width. */
final class ResizeCalls {
  private ResizeCalls() {}

  static ImmutableList<CCall> nearest(Operation operation) {
    return ImmutableList.of(
        CCall.of(
            Kernels.of("resize_nearest", operation.result()),
            CArgument.of(operation.operand(0)),
            sizes(operation),
            Shapes.table("rows", ResizeNearestOp.rows(operation)),
            Shapes.table("columns", ResizeNearestOp.columns(operation)),
            CArgument.of(operation.result())));
  }

  static ImmutableList<CCall> bilinear(Operation operation) {
    ResizeBilinear resize = ResizeBilinearOp.of(operation);
    return ImmutableList.of(
        CCall.of(
            Kernels.ofBoth(
                "resize_bilinear", operation.result(), TpuAttributes.rounding(operation)),
            CArgument.of(operation.operand(0)),
            sizes(operation),
            axis("rows", resize.rows()),
            axis("columns", resize.columns()),
            CArgument.of(operation.result())));
  }

  /** A window of one pixel, of which the shapes are used. */
  private static CArgument sizes(Operation operation) {
    return Shapes.window(
        Shapes.dims(operation.operand(0)),
        Shapes.dims(operation.result()),
        Spatial.ONE,
        Spatial.ONE,
        Spatial.ONE,
        Padding.NONE);
  }

  private static CArgument axis(String role, ResizedAxis axis) {
    return new CArgument.Structure(
        role,
        "resized_axis",
        ImmutableMap.of(
            "step", CArgument.of(axis.step()),
            "offset", CArgument.of(axis.place(0))));
  }
}
