package org.qopt.target.tpu.dialect;

import org.qopt.ir.Operation;
import org.qopt.ir.interpret.Kernel;
import org.qopt.target.dialect.Bytes;
import org.qopt.target.dialect.Scales;
import org.qopt.target.tpu.numerics.ActivationClamp;
import org.qopt.target.tpu.numerics.Requantize;

/** The change of parameters that {@code tpu.rescale} and {@code tpu.clamp} have in common. */
final class Rescaling {
  private Rescaling() {}

  static Requantize of(Operation operation, ActivationClamp clamp) {
    return new Requantize(
        Scales.zeroPoint(operation.operand(0).type()),
        TpuAttributes.multiplier(operation, TpuAttributes.MULTIPLIER, TpuAttributes.SHIFT),
        Scales.zeroPoint(operation.result().type()),
        clamp);
  }

  static Kernel kernel(Operation operation, ActivationClamp clamp) {
    Requantize requantize = of(operation, clamp);
    return Shorts.in(operation)
        ? Shorts.elementwise(operation, requantize::apply)
        : Bytes.unary(operation, requantize::execute);
  }
}
