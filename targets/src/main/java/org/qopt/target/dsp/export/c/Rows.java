package org.qopt.target.dsp.export.c;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import org.qopt.dialect.bfp.BlockType;
import org.qopt.dialect.bfp.ScaleChoice;
import org.qopt.dialect.bfp.Sharing;
import org.qopt.dialect.bfp.Sharing.PerBlock;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.target.c.CArgument;
import org.qopt.target.c.CTable;
import org.qopt.target.c.CType;
import org.qopt.target.c.Shapes;
import org.qopt.target.dsp.dialect.Clamps;
import org.qopt.target.dsp.dialect.DspTypes;
import org.qopt.target.dsp.numerics.ClampBounds;

/**
 * Values as kernels take them: rows along the last dimension, in each of which neighbours share
 * exponents.
 *
 * @param value the value
 * @param width the numbers of a row
 * @param rows the number of rows
 */
record Rows(Value value, int width, int rows) {
  static Rows of(Value value) {
    int[] dims = Shapes.dims(value);
    int width = dims.length == 0 ? 1 : dims[dims.length - 1];
    return new Rows(value, width, Shapes.size(outer(value)));
  }

  /** {@return the dimensions before the last} */
  static int[] outer(Value value) {
    int[] dims = Shapes.dims(value);
    return Arrays.copyOf(dims, Math.max(0, dims.length - 1));
  }

  private BlockType type() {
    return DspTypes.block(value.type());
  }

  /** {@return the mantissas} */
  CArgument mantissas() {
    return CArgument.of(value);
  }

  /** {@return the exponents of an operand: those beside the mantissas, or that of its type} */
  CArgument exponents() {
    return type().isDynamic()
        ? new CArgument.Elements(value, 1, 0)
        : new CArgument.Table("exponent", CTable.of(CType.I16, type().exponent()));
  }

  /** {@return where the exponents of a result go, if they are not in its type} */
  CArgument resultExponents() {
    return type().isDynamic() ? new CArgument.Elements(value, 1, 0) : new CArgument.Nothing();
  }

  /** {@return how many exponents a row has of its own} */
  private int perRow() {
    return type().sharing() instanceof PerBlock(int size) ? Math.ceilDiv(width, size) : 0;
  }

  /** {@return how many neighbours in a row share an exponent} */
  int block() {
    Sharing sharing = type().sharing();
    return Math.max(1, sharing instanceof PerBlock(int size) ? Math.min(size, width) : width);
  }

  /** {@return the structure {@code block_operand}} */
  CArgument operand(String role) {
    return new CArgument.Structure(
        role,
        "block_operand",
        ImmutableMap.of(
            "width", CArgument.of(width),
            "block", CArgument.of(block()),
            "exponents", CArgument.of(perRow())));
  }

  /** {@return how many rows are packed at once: all of them where they share one exponent} */
  int packedRows() {
    return type().isDynamic() && !(type().sharing() instanceof PerBlock) ? rows : 1;
  }

  /** {@return the size of the scratch memory for the numbers that are packed at once} */
  int scratch() {
    return Shapes.size(2, packedRows(), width);
  }

  /** {@return the structure {@code block_result} for the result of {@code operation}} */
  CArgument result(Operation operation) {
    BlockType type = type();
    ClampBounds clamp = Clamps.of(operation);
    ImmutableMap.Builder<String, CArgument> fields = ImmutableMap.builder();
    return new CArgument.Structure(
        "result",
        "block_result",
        fields
            .put("width", CArgument.of(width))
            .put("rows", CArgument.of(packedRows()))
            .put("block", CArgument.of(packedRows() == 1 ? block() : packedRows() * width))
            .put("dynamic", CArgument.of(type.isDynamic() ? 1 : 0))
            .put("exponent", CArgument.of(type.isDynamic() ? 0 : type.exponent()))
            .put("ceil", CArgument.of(type.scale() == ScaleChoice.CEIL ? 1 : 0))
            .put("nearest", CArgument.of(type.scale() == ScaleChoice.NEAREST ? 1 : 0))
            .put("bits", CArgument.of(type.bits()))
            .put("least", CArgument.of(Math.toIntExact(type.min())))
            .put("largest", CArgument.of(Math.toIntExact(type.max())))
            .put("clamp_least", CArgument.of(clamp.min()))
            .put("clamp_largest", CArgument.of(clamp.max()))
            .put("clamp_exponent", CArgument.of(clamp.exponent()))
            .buildOrThrow());
  }

  /** {@return the last arguments of a kernel: the result, memory, and where the result goes} */
  static ImmutableList<CArgument> target(Operation operation, int moreScratch) {
    Rows result = of(operation.result());
    return ImmutableList.of(
        result.result(operation),
        new CArgument.Scratch(CType.I64, result.scratch() + moreScratch),
        result.mantissas(),
        result.resultExponents());
  }
}
