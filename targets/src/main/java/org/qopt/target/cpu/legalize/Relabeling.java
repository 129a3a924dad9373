package org.qopt.target.cpu.legalize;

import java.util.List;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.location.Location;
import org.qopt.ir.type.TensorType;
import org.qopt.target.cpu.dialect.RelabelOp;
import org.qopt.target.legalize.NoFormException;
import org.qopt.target.legalize.QuantizedOp;

/** The same bytes with other parameters: linear functions that cost nothing. */
final class Relabeling {
  private Relabeling() {}

  /** {@return {@code value} with other parameters} */
  static Value as(OpBuilder builder, Location location, Value value, UniformQuantizedType type) {
    return CpuOps.of(RelabelOp.DEF)
        .build(
            builder, location, ((TensorType) value.type()).withElementType(type), List.of(value));
  }

  /**
   * {@return {@code value} times a positive factor}
   *
   * @throws NoFormException if the product of scale and factor is no normal f32
   */
  static Value scaled(OpBuilder builder, Location location, Value value, float factor) {
    UniformQuantizedType type = QuantizedOp.uniform((TensorType) value.type());
    float scale = type.scale32() * factor;
    if (!(scale >= Float.MIN_NORMAL && scale <= Float.MAX_VALUE)) {
      throw new NoFormException("the scale of the input times " + factor + " is no normal f32");
    }
    return as(
        builder, location, value, UniformQuantizedType.of(type.storage(), scale, type.zeroPoint()));
  }
}
