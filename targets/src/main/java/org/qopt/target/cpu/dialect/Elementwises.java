package org.qopt.target.cpu.dialect;

import java.util.List;
import java.util.function.Function;
import org.qopt.dialect.nn.kernel.BroadcastLoop;
import org.qopt.dialect.nn.shape.Broadcasting;
import org.qopt.ir.Operation;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.OpDefBuilder;
import org.qopt.ir.op.Traits;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.target.cpu.numerics.Elementwise;
import org.qopt.target.dialect.Bytes;
import org.qopt.target.dialect.Int8Types;
import org.qopt.target.dialect.ShapeClause;

/** What {@code cpu.add} and {@code cpu.mul} have in common. */
final class Elementwises {
  private Elementwises() {}

  /** {@return the definition of {@code name} but for summary and texts} */
  static OpDefBuilder definition(String name, Function<Operation, Elementwise> factory) {
    return OpDef.named(name)
        .operand("a", Int8Types.TENSOR)
        .operand("b", Int8Types.TENSOR)
        .result("result", Int8Types.TENSOR)
        .traits(Traits.PURE)
        .clause(ShapeClause.TEXT, ShapeClause.of(Broadcasting::binary))
        .kernel(operation -> kernel(operation, factory));
  }

  private static Kernel kernel(Operation operation, Function<Operation, Elementwise> factory) {
    Elementwise function = factory.apply(operation);
    Shape shape = Bytes.shape(operation.result());
    int[] left = BroadcastLoop.indices(Bytes.shape(operation.operand(0)), shape);
    int[] right = BroadcastLoop.indices(Bytes.shape(operation.operand(1)), shape);
    return operands -> {
      byte[] a = operands.get(0).bytes();
      byte[] b = operands.get(1).bytes();
      byte[] output = new byte[left.length];
      for (int i = 0; i < output.length; i++) {
        output[i] = function.apply(a[left[i]], b[right[i]]);
      }
      return List.of(Tensor.of(shape, output));
    };
  }
}
