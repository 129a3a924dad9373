package org.qopt.target.tpu.dialect;

import org.qopt.ir.Operation;
import org.qopt.target.dialect.Scales;
import org.qopt.target.tpu.numerics.OutputStage;

/** How accumulators become results, from attributes and types to the numerics. */
final class OutputStages {
  private OutputStages() {}

  static OutputStage of(Operation operation) {
    return new OutputStage(
        TpuAttributes.scaling(operation),
        Scales.zeroPoint(operation.result().type()),
        TpuAttributes.clamp(operation));
  }
}
