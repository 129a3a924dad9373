package org.qopt.dialect.bfp;

import java.util.List;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.type.Type;

/**
 * {@code bfp.qcast}: rounds real numbers to mantissas.
 *
 * @param operation the operation
 */
public record QuantizeCastOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("bfp.qcast")
          .summary("rounds real numbers to mantissas that share exponents")
          .description(
              """
              `saturate(round(x * 2^-exponent))`, with the rounding, the saturation and the exponents \
              of the type. Dynamic exponents follow from the largest magnitude M of each block: \
              `floor(log2 M) - (bits - 2)`, or one more as the choice of scale says, with the \
              logarithm cut to -127 to 127. What is no number becomes 0.""")
          .example(
              """
              func.func @f(%x: tensor<4xf32>)
                  -> tensor<4x!bfp.block<i16, tensor, -12, half_even, symmetric, floor>> {
                %q = bfp.qcast %x
                    : tensor<4x!bfp.block<i16, tensor, -12, half_even, symmetric, floor>>
                return %q : tensor<4x!bfp.block<i16, tensor, -12, half_even, symmetric, floor>>
              }""")
          .operand("input", BlockRules.REAL)
          .result("result", BlockRules.BLOCKS)
          .traits(Traits.PURE, Traits.SAME_SHAPE)
          .clause(BlockRules.FITS, op -> BlockRules.fits(op.result().type()))
          .kernel(QuantizeCastOp::kernel)
          .build();

  /** {@return a new operation whose result has type {@code result}, inserted} */
  public static QuantizeCastOp create(
      OpBuilder builder, Location location, Value input, Type result) {
    return new QuantizeCastOp(
        builder.create(DEF, location, List.of(input), DictionaryAttr.EMPTY, List.of(result)));
  }

  /** {@return the real numbers} */
  public Value input() {
    return operation.operand(0);
  }

  private static Kernel kernel(Operation op) {
    BlockType type = BlockType.of(op.result().type()).orElseThrow();
    return operands ->
        List.of(new Packing(type, operands.getFirst().shape()).pack(operands.getFirst().floats()));
  }
}
