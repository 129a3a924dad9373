package org.qopt.dialect.builtin;

import java.util.List;
import org.qopt.ir.Dialect;
import org.qopt.ir.op.OpDef;

/** The dialect {@code builtin}: the module; its types and attributes are part of the IR itself. */
public final class BuiltinDialect implements Dialect {
  @Override
  public String name() {
    return "builtin";
  }

  @Override
  public String description() {
    return "The module that holds a program; MLIR's builtin types and attributes.";
  }

  @Override
  public List<OpDef> ops() {
    return List.of(ModuleOp.DEF, UnrealizedConversionCastOp.DEF);
  }
}
