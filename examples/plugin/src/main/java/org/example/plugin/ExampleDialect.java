package org.example.plugin;

import java.util.List;
import org.qopt.ir.Dialect;
import org.qopt.ir.op.OpDef;

/** The dialect {@code example}. */
public final class ExampleDialect implements Dialect {
  @Override
  public String name() {
    return "example";
  }

  @Override
  public String description() {
    return "What a plugin may bring.";
  }

  @Override
  public List<OpDef> ops() {
    return List.of(TwiceOp.DEF);
  }
}
