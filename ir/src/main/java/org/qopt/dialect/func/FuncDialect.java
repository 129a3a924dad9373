package org.qopt.dialect.func;

import java.util.List;
import org.qopt.ir.Dialect;
import org.qopt.ir.op.OpDef;

/** The dialect {@code func}: functions, as in MLIR. */
public final class FuncDialect implements Dialect {
  @Override
  public String name() {
    return "func";
  }

  @Override
  public String description() {
    return "Functions and calls; the same operations as MLIR's dialect of that name.";
  }

  @Override
  public List<OpDef> ops() {
    return List.of(CallOp.DEF, CallIndirectOp.DEF, ConstantOp.DEF, FuncOp.DEF, ReturnOp.DEF);
  }
}
