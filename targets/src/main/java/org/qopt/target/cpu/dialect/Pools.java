package org.qopt.target.cpu.dialect;

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
import org.qopt.ir.type.Shape;
import org.qopt.target.cpu.numerics.Pool2d;
import org.qopt.target.dialect.Bytes;
import org.qopt.target.dialect.Int8Types;
import org.qopt.target.dialect.ShapeClause;

/** What {@code cpu.avg_pool2d} and {@code cpu.max_pool2d} have in common. */
final class Pools {
  private Pools() {}

  /** {@return the definition of {@code name} but for summary, texts and kernel} */
  static OpDefBuilder definition(String name) {
    return OpDef.named(name)
        .operand("input", Int8Types.IMAGE)
        .attribute("kernel", NnAttributes.SPATIAL)
        .attribute("strides", NnAttributes.SPATIAL, Spatial.ONE.attribute())
        .attribute(Padding.NAME, NnAttributes.PADDING, Padding.NONE.attribute())
        .result("result", Int8Types.IMAGE)
        .traits(Traits.PURE)
        .clause(ShapeClause.TEXT, ShapeClause.of(PoolShapes::pool))
        .clause(
            "the padding on each side is less than the kernel's size",
            ShapeCheck.clause(PoolShapes::padding));
  }

  /** {@return the kernel that moves {@code pool} over the input} */
  static Kernel kernel(Operation operation, Pool2d pool) {
    Shape image = Bytes.shape(operation.operand(0));
    Shape shape = Bytes.shape(operation.result());
    return Bytes.unary(operation, input -> pool.execute(input, image, shape));
  }
}
