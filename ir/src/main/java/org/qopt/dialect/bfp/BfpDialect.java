package org.qopt.dialect.bfp;

import java.util.List;
import java.util.Optional;
import org.qopt.ir.Dialect;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.DialectType;

/** The dialect {@code bfp}: block floating-point types, and the casts to and from them. */
public final class BfpDialect implements Dialect {
  /** The namespace. */
  public static final String NAME = "bfp";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "Block floating point: mantissas that share exponents, and the casts to and from them.";
  }

  @Override
  public List<OpDef> ops() {
    return List.of(BlockConstantOp.DEF, DequantizeCastOp.DEF, QuantizeCastOp.DEF);
  }

  @Override
  public List<String> typeNames() {
    return List.of("block");
  }

  @Override
  public Optional<DialectType> parseType(String body) {
    return body.startsWith("block") ? Optional.of(BlockTypeParser.parse(body)) : Optional.empty();
  }
}
