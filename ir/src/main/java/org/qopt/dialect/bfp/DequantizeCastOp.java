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
 * {@code bfp.dcast}: the real numbers that mantissas and exponents stand for.
 *
 * @param operation the operation
 */
public record DequantizeCastOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("bfp.dcast")
          .summary("turns mantissas and exponents into the real numbers that they stand for")
          .description("`mantissa * 2^exponent`, rounded to f32 where it has more than 24 bits.")
          .example(
              """
              func.func @f(%q: tensor<4x!bfp.block<i16, tensor, -12, half_even, symmetric, floor>>)
                  -> tensor<4xf32> {
                %x = bfp.dcast %q : tensor<4xf32>
                return %x : tensor<4xf32>
              }""")
          .operand("input", BlockRules.BLOCKS)
          .result("result", BlockRules.REAL)
          .traits(Traits.PURE, Traits.SAME_SHAPE)
          .clause(BlockRules.FITS, op -> BlockRules.fits(op.operand(0).type()))
          .kernel(DequantizeCastOp::kernel)
          .build();

  /** {@return a new operation whose result has type {@code result}, inserted} */
  public static DequantizeCastOp create(
      OpBuilder builder, Location location, Value input, Type result) {
    return new DequantizeCastOp(
        builder.create(DEF, location, List.of(input), DictionaryAttr.EMPTY, List.of(result)));
  }

  /** {@return the mantissas} */
  public Value input() {
    return operation.operand(0);
  }

  private static Kernel kernel(Operation op) {
    BlockType type = BlockType.of(op.operand(0).type()).orElseThrow();
    return operands ->
        List.of(new Unpacking(type, operands.getFirst().shape()).real(operands.getFirst()));
  }
}
