package org.qopt.target.tpu.export;

import org.qopt.dialect.quant.QuantizedTypes;
import org.qopt.ir.Value;

/** The number of bits of activations, on which the versions of operators depend. */
enum Width {
  INT8,
  INT16;

  /** {@return the width of what {@code value} stores} */
  static Width of(Value value) {
    return QuantizedTypes.of(value.type()).orElseThrow().storage().width() == 8 ? INT8 : INT16;
  }

  /** {@return the alternative for this width} */
  <T> T choose(T int8, T int16) {
    return this == INT8 ? int8 : int16;
  }
}
