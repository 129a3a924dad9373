package org.qopt.target.tpu.dialect;

import org.qopt.dialect.nn.attr.NnAttributes;
import org.qopt.dialect.nn.attr.Padding;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.dialect.nn.shape.PoolShapes;
import org.qopt.dialect.nn.shape.ShapeCheck;
import org.qopt.ir.Operation;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.OpDefBuilder;
import org.qopt.ir.op.Traits;
import org.qopt.target.dialect.Bytes;
import org.qopt.target.dialect.TargetClauses;
import org.qopt.target.image.Nhwc;
import org.qopt.target.image.Window2d;
import org.qopt.target.tpu.numerics.ActivationClamp;
import org.qopt.target.tpu.numerics.Pool2d;

/** What {@code tpu.avg_pool2d} and {@code tpu.max_pool2d} have in common. */
final class Pools {
  private Pools() {}

  /** {@return the definition of {@code name} but for summary, texts and kernel} */
  static OpDefBuilder definition(String name) {
    return OpDef.named(name)
        .operand("input", TpuTypes.IMAGE)
        .attribute("kernel", NnAttributes.SPATIAL)
        .attribute("strides", NnAttributes.SPATIAL, Spatial.ONE.attribute())
        .attribute(Padding.NAME, NnAttributes.PADDING, Padding.NONE.attribute())
        .attribute(
            TpuAttributes.ACTIVATION, TpuAttributes.ACTIVATION_NAMES, TpuAttributes.NO_ACTIVATION)
        .optionalAttribute(TpuAttributes.CLAMP, TpuAttributes.BOUNDS)
        .result("result", TpuTypes.IMAGE)
        .traits(Traits.PURE)
        .clause(TpuClauses.SHAPE, TpuClauses.shape(PoolShapes::pool))
        .clause(
            "the padding on each side is less than the kernel's size",
            ShapeCheck.clause(PoolShapes::padding))
        .clause(TargetClauses.PARAMETERS, TargetClauses::oneType)
        .clause(TpuClauses.BOUNDS, TpuClauses::bounds);
  }

  /** What makes a pool of its window and the interval of its result. */
  @FunctionalInterface
  interface Factory {
    /** {@return the pool} */
    Pool2d pool(Window2d window, ActivationClamp clamp);
  }

  /** {@return the kernel that moves a pool over images} */
  static Kernel kernel(Operation operation, Factory factory) {
    Spatial kernel = Spatial.of(operation, "kernel");
    Pool2d pool =
        factory.pool(
            Windows.of(operation, kernel.height(), kernel.width(), Spatial.ONE),
            TpuAttributes.clamp(operation));
    Nhwc images = Windows.image(operation.operand(0).type());
    return Shorts.in(operation)
        ? Shorts.unary(operation, input -> pool.execute(input, images))
        : Bytes.unary(operation, input -> pool.execute(input, images));
  }
}
