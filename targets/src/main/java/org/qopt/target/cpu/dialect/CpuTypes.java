package org.qopt.target.cpu.dialect;

import org.qopt.ir.op.TypeConstraint;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.TensorType;

/** Constraints that only this dialect has. */
final class CpuTypes {
  /** What {@code cpu.quantize} takes. */
  static final TypeConstraint FLOATS =
      new TypeConstraint(
          "static tensor of f32",
          type ->
              type instanceof TensorType tensor
                  && tensor.shape().isStatic()
                  && tensor.elementType() == FloatType.F32);

  private CpuTypes() {}
}
