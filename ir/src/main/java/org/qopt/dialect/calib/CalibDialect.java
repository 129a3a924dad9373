package org.qopt.dialect.calib;

import java.util.List;
import org.qopt.ir.Dialect;
import org.qopt.ir.op.OpDef;

/** The dialect {@code calib}: marks that say what is to be quantized and how. */
public final class CalibDialect implements Dialect {
  @Override
  public String name() {
    return "calib";
  }

  @Override
  public String description() {
    return "Marks on a float program that say what is to be quantized and how.";
  }

  @Override
  public List<OpDef> ops() {
    return List.of(BiasOp.DEF, FakeQuantOp.DEF, ObserveOp.DEF, WeightOp.DEF);
  }
}
