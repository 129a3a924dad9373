package org.qopt.target.tpu.dialect;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.qopt.dialect.nn.attr.NnAttributes;
import org.qopt.dialect.nn.shape.MovementShapes;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.IntegerType;
import org.qopt.ir.type.Shape;
import org.qopt.target.dialect.Bytes;
import org.qopt.target.dialect.PadCopy;
import org.qopt.target.dialect.Scales;
import org.qopt.target.dialect.TargetClauses;

/** {@code tpu.pad}: surrounds a tensor by a number. */
public final class PadOp {
  /** The name of the byte. */
  public static final String VALUE = "value";

  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("tpu.pad")
          .summary("surrounds a tensor by a number")
          .description(
              """
              'padding' holds for each axis how many elements come before and after; they are the \
              integer 'value', which for a padding by real 0 is the zero point.""")
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
          .attribute(VALUE, TpuAttributes.STORED)
          .result("result", TpuTypes.TENSOR)
          .traits(Traits.PURE)
          .clause(TpuClauses.SHAPE, TpuClauses.shape(MovementShapes::pad))
          .clause(TargetClauses.PARAMETERS, TargetClauses::oneType)
          .clause("the value is stored as the tensor is", PadOp::stored)
          .kernel(PadOp::kernel)
          .build();

  private PadOp() {}

  private static Optional<String> stored(Operation operation) {
    IntegerAttr value = operation.required(VALUE, IntegerAttr.class);
    int bits = Scales.bits(operation.result().type());
    return ((IntegerType) value.type()).width() == bits
        ? Optional.empty()
        : Optional.of("expected a value of %d bits, but got %s".formatted(bits, value));
  }

  private static Kernel kernel(Operation operation) {
    int[] padding = operation.required("padding", DenseIntArrayAttr.class).toInts();
    int value = TpuAttributes.integer(operation, VALUE);
    Shape shape = Bytes.shape(operation.result());
    PadCopy pad = new PadCopy(Bytes.shape(operation.operand(0)), shape, padding);
    int size = Math.toIntExact(shape.elements());
    return operands -> {
      Tensor input = operands.getFirst();
      if (Shorts.in(operation)) {
        short[] output = new short[size];
        Arrays.fill(output, (short) value);
        pad.copy(input.shorts(), output);
        return List.of(Tensor.of(ElementKind.I16, shape, output));
      }
      byte[] output = new byte[size];
      Arrays.fill(output, (byte) value);
      pad.copy(input.bytes(), output);
      return List.of(Tensor.of(shape, output));
    };
  }
}
