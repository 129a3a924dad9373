package org.qopt.target.tpu.dialect;

import java.util.Arrays;
import java.util.List;
import org.qopt.dialect.nn.attr.NnAttributes;
import org.qopt.dialect.nn.shape.MovementShapes;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

/** {@code tpu.pad}: surrounds a tensor by a byte. */
public final class PadOp {
  /** The name of the byte. */
  public static final String VALUE = "value";

  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("tpu.pad")
          .summary("surrounds a tensor by a byte")
          .description(
              """
              'padding' holds for each axis how many elements come before and after; they are the \
              byte 'value', which for a padding by real 0 is the zero point.""")
          .example(
              """
              func.func @f(%x: tensor<2x3x!quant.uniform<i8:f32, 0.5:-3>>)
                  -> tensor<2x4x!quant.uniform<i8:f32, 0.5:-3>> {
                %y = tpu.pad %x {padding = array<i64: 0, 0, 0, 1>, value = -3 : i8}
                    : tensor<2x4x!quant.uniform<i8:f32, 0.5:-3>>
                return %y : tensor<2x4x!quant.uniform<i8:f32, 0.5:-3>>
              }""")
          .operand("x", TpuTypes.TENSOR)
          .attribute("padding", NnAttributes.SIZES)
          .attribute(VALUE, TpuAttributes.I8)
          .result("result", TpuTypes.TENSOR)
          .traits(Traits.PURE)
          .clause(TpuClauses.SHAPE, TpuClauses.shape(MovementShapes::pad))
          .clause(TpuClauses.PARAMETERS, TpuClauses::oneType)
          .kernel(PadOp::kernel)
          .build();

  private PadOp() {}

  private static Kernel kernel(Operation operation) {
    int[] padding = operation.required("padding", DenseIntArrayAttr.class).toInts();
    byte value = (byte) TpuAttributes.integer(operation, VALUE);
    int[] from = Scales.dims(operation.operand(0).type());
    Shape shape = Bytes.shape(operation.result());
    int[] to = Scales.dims(operation.result().type());
    return operands -> {
      byte[] output = new byte[Math.toIntExact(shape.elements())];
      Arrays.fill(output, value);
      copy(operands.getFirst().bytes(), 0, from, output, 0, to, padding, 0);
      return List.of(Tensor.of(shape, output));
    };
  }

  /** Copies what is below index {@code fromAt} of axis {@code axis - 1} into its place. */
  private static void copy(
      byte[] input,
      int fromAt,
      int[] from,
      byte[] output,
      int toAt,
      int[] to,
      int[] pad,
      int axis) {
    if (axis == from.length) {
      output[toAt] = input[fromAt];
      return;
    }
    if (axis == from.length - 1) {
      System.arraycopy(
          input, fromAt * from[axis], output, toAt * to[axis] + pad[2 * axis], from[axis]);
      return;
    }
    for (int i = 0; i < from[axis]; i++) {
      copy(
          input,
          fromAt * from[axis] + i,
          from,
          output,
          toAt * to[axis] + pad[2 * axis] + i,
          to,
          pad,
          axis + 1);
    }
  }
}
