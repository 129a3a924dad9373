package org.qopt.dialect.quant;

import org.qopt.ir.type.DialectType;
import org.qopt.ir.type.Type;

/**
 * An integer that stands for a real number. {@code real = (stored - zero_point) * scale} for the
 * uniform ones.
 */
public sealed interface QuantizedType extends DialectType
    permits AnyQuantizedType, UniformQuantizedType, UniformQuantizedPerAxisType {
  /** {@return the integers that are stored} */
  StorageType storage();

  /** {@return the type of the real numbers, mostly {@code f32}} */
  Type expressed();

  @Override
  default String dialect() {
    return "quant";
  }
}
