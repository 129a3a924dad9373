package org.qopt.target.dsp.export.c;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.qopt.dialect.bfp.Unpacking;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.op.ConstantElements;
import org.qopt.ir.tensor.Tensor;
import org.qopt.target.c.CArgument;
import org.qopt.target.c.CCall;
import org.qopt.target.c.CTable;
import org.qopt.target.c.CType;
import org.qopt.target.c.Shapes;
import org.qopt.target.dsp.dialect.Conv2dTransposeOp;
import org.qopt.target.dsp.dialect.DepthwiseConv2dOp;
import org.qopt.target.dsp.dialect.DspAttributes;
import org.qopt.target.dsp.dialect.DspTypes;

/** The calls of convolutions and matrix products whose exponents are found at run time. */
final class BlockFilterCalls {
  /** What the kernels take for no exponent. */
  private static final int NO_EXPONENT = -16384;

  /** The longest segment of 8-bit products whose sum 32 bits hold for certain. */
  private static final int LONGEST_IN_32_BITS = 1 << 16;

  /** How many windows {@code conv2d_block} computes at once. */
  private static final int WINDOWS = 4;

  private BlockFilterCalls() {}

  static ImmutableList<CCall> of(Operation operation, Kernels kernels) {
    Rows input = Rows.of(operation.operand(0));
    ImmutableList.Builder<CArgument> arguments =
        ImmutableList.<CArgument>builder()
            .add(input.mantissas(), input.exponents(), input.operand("operand"))
            .add(FilterCalls.window(operation));
    if (operation.is(DepthwiseConv2dOp.DEF)) {
      arguments
          .add(CArgument.of(operation.operand(1)), depthwise(operation))
          .addAll(Rows.target(operation, 0));
      return ImmutableList.of(
          new CCall(kernels.kernel("depthwise_block_i$A_i$F_i$O_$Q"), arguments.build()));
    }
    int[] filter = Shapes.dims(operation.operand(1));
    int depth = filter[filter.length - 1];
    int positions = Shapes.size(filter) / Math.max(1, Shapes.size(filter[0], depth));
    int groups = FilterCalls.groups(operation);
    Segments segments = Segments.of(operation, groups, depth);
    arguments
        .add(CArgument.of(groups), CArgument.of(operation.operand(1)))
        .add(filter(operation, segments, positions, depth));
    if (operation.is(Conv2dTransposeOp.DEF)) {
      return ImmutableList.of(
          new CCall(
              kernels.kernel("conv2d_transpose_block_i$A_i$F_i$O_$Q"),
              arguments.addAll(Rows.target(operation, 0)).build()));
    }
    arguments
        .add(new CArgument.Scratch(CType.I16, Shapes.size(WINDOWS, positions, depth)))
        .add(new CArgument.Scratch(CType.I16, Shapes.size(WINDOWS, positions, segments.count())))
        .add(new CArgument.Scratch(CType.I64, Shapes.size(2, WINDOWS, filter[0])))
        .addAll(Rows.target(operation, 0));
    boolean narrow =
        Kernels.bits(operation.operand(0).type()).equals("8")
            && Kernels.bits(operation.operand(1).type()).equals("8")
            && depth <= LONGEST_IN_32_BITS;
    Optional<Integer> length = segments.length();
    return ImmutableList.of(
        new CCall(
            kernels
                .with("D", narrow ? "int32_t" : "int64_t")
                .with("N", length.map(n -> "n" + n).orElse("any"))
                .with(
                    "L",
                    length
                        .map(n -> Integer.toString(n))
                        .orElse("filter->lengths[group * count + s]"))
                .kernel("conv2d_block_i$A_i$F_i$O_$Q_$N"),
            arguments.build()));
  }

  private static CArgument filter(
      Operation operation, Segments segments, int positions, int depth) {
    Value weights = operation.operand(1);
    int outputs = Shapes.dims(weights)[0];
    int perGroup = Math.max(1, outputs / segments.groups());
    Exponents own = new Exponents(weights);
    int row = positions * segments.count();
    CTable exponents =
        new CTable(
            CType.I16,
            outputs * row,
            i -> {
              int o = i / row;
              int position = i % row / segments.count();
              int segment = o / perGroup * segments.count() + i % segments.count();
              return segments.lengths()[segment] == 0
                  ? NO_EXPONENT
                  : own.at((o * positions + position) * depth + segments.starts()[segment]);
            });
    return structure(
        operation,
        segments.count(),
        segments.starts(),
        new CArgument.Table("lengths", CTable.of(CType.I32, segments.lengths())),
        segments.blocks(),
        exponents,
        outputs);
  }

  private static CArgument depthwise(Operation operation) {
    Value weights = operation.operand(1);
    int[] filter = Shapes.dims(weights);
    int outputs = filter[3];
    Rows input = Rows.of(operation.operand(0));
    int perChannel = Math.max(1, outputs / Math.max(1, input.width()));
    int[] channels = new int[outputs];
    int[] blocks = new int[outputs];
    for (int o = 0; o < outputs; o++) {
      channels[o] = o / perChannel;
      blocks[o] = channels[o] / input.block();
    }
    Exponents own = new Exponents(weights);
    CTable exponents = new CTable(CType.I16, Shapes.size(filter), own::at);
    return structure(
        operation, outputs, channels, new CArgument.Nothing(), blocks, exponents, outputs);
  }

  private static CArgument structure(
      Operation operation,
      int segments,
      int[] starts,
      CArgument lengths,
      int[] blocks,
      CTable exponents,
      int outputs) {
    CTable bias = CTable.zeros(CType.I32, outputs);
    CTable biasExponents = new CTable(CType.I16, outputs, _ -> NO_EXPONENT);
    if (operation.operandCount() > 2) {
      Value value = operation.operand(2);
      Tensor tensor = ConstantElements.of(value).orElseThrow();
      bias = new CTable(CType.I32, outputs, tensor::integer);
      biasExponents = new CTable(CType.I16, outputs, new Exponents(value)::at);
    }
    return new CArgument.Structure(
        "filter",
        "block_filter",
        ImmutableMap.<String, CArgument>builder()
            .put("segments", CArgument.of(segments))
            .put("starts", Shapes.table("starts", starts))
            .put("lengths", lengths)
            .put("blocks", Shapes.table("blocks", blocks))
            .put("exponents", new CArgument.Table("exponents", exponents))
            .put("bias", new CArgument.Table("bias", bias))
            .put("bias_exponents", new CArgument.Table("bias_exponents", biasExponents))
            .put("guard", CArgument.of(DspAttributes.integer(operation, DspAttributes.GUARD)))
            .buildOrThrow());
  }

  /** The exponents of the elements of a constant. */
  private static final class Exponents {
    private final Unpacking layout;
    private final int[] exponents;

    Exponents(Value constant) {
      layout = new Unpacking(DspTypes.block(constant.type()), DspTypes.shape(constant.type()));
      exponents = layout.exponents(ConstantElements.of(constant).orElseThrow());
    }

    int at(int element) {
      return exponents[layout.group(element)];
    }
  }
}
