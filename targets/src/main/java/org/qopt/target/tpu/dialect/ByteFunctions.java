package org.qopt.target.tpu.dialect;

import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.target.tpu.numerics.ActivationClamp;
import org.qopt.target.tpu.numerics.ByteFunction;

/** The operations that turn every element into another by itself. */
public final class ByteFunctions {
  private ByteFunctions() {}

  /** {@return the function that {@code operation} applies to each element, if it is such} */
  public static Optional<ByteFunction> of(Operation operation) {
    if (operation.is(LookupOp.DEF)) {
      return Optional.of(LookupOp.table(operation));
    }
    if (operation.is(RescaleOp.DEF)) {
      return Optional.of(Rescaling.of(operation, ActivationClamp.FULL));
    }
    if (operation.is(ClampOp.DEF)) {
      return Optional.of(Rescaling.of(operation, TpuAttributes.clamp(operation)));
    }
    return operation.is(HardSwishOp.DEF)
        ? Optional.of(HardSwishOp.function(operation))
        : Optional.empty();
  }
}
