package org.qopt.dialect.rewrite;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.qopt.ir.Dialect;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.DialectType;

/** The dialect {@code rewrite}: patterns over programs, as programs. */
public final class RewriteDialect implements Dialect {
  static final String NAME = "rewrite";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "Patterns over programs, written as programs: what is to match, what must hold, and what takes its place.";
  }

  @Override
  public List<OpDef> ops() {
    return List.of(
        AttributeOp.DEF,
        ComputeOp.DEF,
        ConstantOp.DEF,
        CreateOp.DEF,
        EraseOp.DEF,
        MatchOp.DEF,
        OperandOp.DEF,
        PatternOp.DEF,
        ReplaceOp.DEF,
        RequireOp.DEF,
        ResultOp.DEF,
        TypeOp.DEF);
  }

  @Override
  public List<String> typeNames() {
    return Stream.of(Handle.values()).map(Handle::word).toList();
  }

  @Override
  public Optional<DialectType> parseType(String body) {
    return Handle.parse(body);
  }
}
