package org.qopt.dialect.quant;

import org.qopt.ir.type.Type;

/**
 * {@code !quant.any<i8<-127:127>:f32>}: quantized, with parameters that are not decided yet.
 *
 * @param storage the integers that are stored
 * @param expressed the type of the real numbers
 */
public record AnyQuantizedType(StorageType storage, Type expressed) implements QuantizedType {
  @Override
  public String toString() {
    return "!quant.any<" + storage + ":" + expressed + ">";
  }
}
