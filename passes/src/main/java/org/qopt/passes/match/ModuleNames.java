package org.qopt.passes.match;

import java.util.IdentityHashMap;
import java.util.Map;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.ValueNaming;

/** The names of the values of all functions of a module, as they are before anything changes. */
public final class ModuleNames {
  private final Map<Value, String> names = new IdentityHashMap<>();

  private ModuleNames() {}

  /** {@return the names in {@code module}} */
  public static ModuleNames of(Operation module) {
    ModuleNames all = new ModuleNames();
    module.walk(
        op -> {
          if (op.is(FuncOp.DEF)) {
            all.names.putAll(ValueNaming.of(new FuncOp(op)).names());
          }
        });
    return all;
  }

  /** {@return the name of {@code value}, one of a function of the module} */
  public String name(Value value) {
    return names.get(value);
  }
}
