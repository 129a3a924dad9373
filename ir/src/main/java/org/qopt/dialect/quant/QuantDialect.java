package org.qopt.dialect.quant;

import java.util.List;
import java.util.Optional;
import org.qopt.ir.Dialect;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.DialectType;

/** The dialect {@code quant}: MLIR's quantized types and the casts to and from them. */
public final class QuantDialect implements Dialect {
  @Override
  public String name() {
    return "quant";
  }

  @Override
  public String description() {
    return "Quantized types and the casts to and from them; the same as MLIR's dialect of that name.";
  }

  @Override
  public List<OpDef> ops() {
    return List.of(DequantizeCastOp.DEF, QuantizeCastOp.DEF, StorageCastOp.DEF);
  }

  @Override
  public List<String> typeNames() {
    return List.of("any", "calibrated", "uniform");
  }

  @Override
  public Optional<DialectType> parseType(String body) {
    return QuantizedTypeParser.parse(body);
  }
}
