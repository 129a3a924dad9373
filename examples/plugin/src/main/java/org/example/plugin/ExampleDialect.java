package org.example.plugin;

import java.util.List;
import org.qopt.ir.Dialect;
import org.qopt.ir.op.OpDef;

/** The dialect {@code example}; {@code META-INF/services/org.qopt.ir.Dialect} names it. */
public final class ExampleDialect implements Dialect {
  @Override
  public String name() {
    return "example";
  }

  @Override
  public String description() {
    return "What a plugin may bring: an operation on floats, and one of the hardware.";
  }

  @Override
  public List<OpDef> ops() {
    return List.of(LeakyReluOp.DEF, TableOp.DEF);
  }
}
