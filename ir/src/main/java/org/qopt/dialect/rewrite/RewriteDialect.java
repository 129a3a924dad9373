package org.qopt.dialect.rewrite;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.qopt.ir.Dialect;
import org.qopt.ir.op.LazyOps;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.DialectType;

/** The dialect {@code rewrite}: patterns over programs, as programs. */
public final class RewriteDialect implements Dialect {
  static final String NAME = "rewrite";

  private static final LazyOps OPS =
      LazyOps.builder()
          .op("rewrite.attribute", () -> AttributeOp.DEF)
          .op("rewrite.compute", () -> ComputeOp.DEF)
          .op("rewrite.constant", () -> ConstantOp.DEF)
          .op("rewrite.create", () -> CreateOp.DEF)
          .op("rewrite.erase", () -> EraseOp.DEF)
          .op("rewrite.match", () -> MatchOp.DEF)
          .op("rewrite.operand", () -> OperandOp.DEF)
          .op("rewrite.pattern", () -> PatternOp.DEF)
          .op("rewrite.replace", () -> ReplaceOp.DEF)
          .op("rewrite.require", () -> RequireOp.DEF)
          .op("rewrite.result", () -> ResultOp.DEF)
          .op("rewrite.type", () -> TypeOp.DEF)
          .build();

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
    return OPS.all();
  }

  @Override
  public Optional<OpDef> op(String name) {
    return OPS.find(name);
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
