package org.qopt.passes.bind;

import java.util.Map;
import java.util.Optional;
import org.qopt.dialect.bfp.BlockConstantOp;
import org.qopt.dialect.bfp.BlockType;
import org.qopt.dialect.bfp.DequantizeCastOp;
import org.qopt.dialect.bfp.Packing;
import org.qopt.dialect.bfp.QuantizeCastOp;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.op.ConstantElements;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.ShapedType;
import org.qopt.ir.type.Type;

/** Replaces the marks for block floating point by the QDQ form of {@code bfp}. */
final class BlockQdqWriter {
  private BlockQdqWriter() {}

  /** Replaces all marks that have a type. */
  static void write(Map<Operation, BlockType> types) {
    types.forEach(BlockQdqWriter::write);
  }

  private static void write(Operation mark, BlockType block) {
    Type type = ((ShapedType) mark.result().type()).withElementType(block);
    Value input = mark.operand(0);
    Optional<Tensor> constant = ConstantElements.of(input);
    OpBuilder builder = OpBuilder.before(mark);
    Value quantized =
        constant.isPresent()
            ? BlockConstantOp.create(builder, input.location(), packed(constant.get(), block), type)
                .operation()
                .result()
            : QuantizeCastOp.create(builder, mark.location(), input, type).operation().result();
    Value real =
        DequantizeCastOp.create(builder, mark.location(), quantized, mark.result().type())
            .operation()
            .result();
    mark.result().replaceAllUsesWith(real);
    mark.erase();
    if (constant.isPresent()) {
      input.definingOp().filter(op -> !op.hasUses()).ifPresent(Operation::erase);
    }
  }

  private static Tensor packed(Tensor constant, BlockType type) {
    return new Packing(type, constant.shape()).pack(constant.cast(ElementKind.F32).floats());
  }
}
