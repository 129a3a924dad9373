package org.qopt.dialect.quant;

import org.qopt.ir.type.DialectType;

/**
 * A type of MLIR's dialect {@code quant} that is kept as it was written because nothing here
 * computes with it: {@code !quant.calibrated<f32<-1.0:1.0>>}, {@code !quant.any<i8>} without a type
 * of the real numbers.
 *
 * @param body the text after {@code !quant.}
 */
public record OpaqueQuantizedType(String body) implements DialectType {
  @Override
  public String dialect() {
    return "quant";
  }

  @Override
  public String toString() {
    return "!quant." + body;
  }
}
