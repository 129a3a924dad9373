package org.qopt.target.dsp.export.c;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;
import org.qopt.dialect.bfp.BlockConstantOp;
import org.qopt.dialect.bfp.BlockType;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.op.ConstantElements;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;
import org.qopt.target.c.Box;
import org.qopt.target.c.CCall;
import org.qopt.target.c.CLowering;
import org.qopt.target.c.CPart;
import org.qopt.target.c.CTable;
import org.qopt.target.c.CType;
import org.qopt.target.dsp.dialect.AddOp;
import org.qopt.target.dsp.dialect.AvgPool2dOp;
import org.qopt.target.dsp.dialect.ConcatOp;
import org.qopt.target.dsp.dialect.Conv2dOp;
import org.qopt.target.dsp.dialect.Conv2dTransposeOp;
import org.qopt.target.dsp.dialect.DepthwiseConv2dOp;
import org.qopt.target.dsp.dialect.DspTypes;
import org.qopt.target.dsp.dialect.FullyConnectedOp;
import org.qopt.target.dsp.dialect.LookupOp;
import org.qopt.target.dsp.dialect.MaxPool2dOp;
import org.qopt.target.dsp.dialect.MeanOp;
import org.qopt.target.dsp.dialect.MulOp;
import org.qopt.target.dsp.dialect.PadOp;
import org.qopt.target.dsp.dialect.RequantizeOp;
import org.qopt.target.dsp.dialect.ReshapeOp;
import org.qopt.target.dsp.dialect.ResizeOp;
import org.qopt.target.dsp.dialect.SliceOp;
import org.qopt.target.dsp.dialect.SoftmaxOp;
import org.qopt.target.dsp.dialect.SubOp;
import org.qopt.target.dsp.dialect.TransposeOp;

/**
 * What programs of {@code dsp} become in C: a value is the array of its mantissas and, where its
 * type does not hold them, that of its exponents.
 */
public final class DspLowering implements CLowering {
  private static final String EXPONENT = "_exponent";

  /** The calls of one kind of operation. */
  @FunctionalInterface
  private interface Calls {
    ImmutableList<CCall> of(Operation operation);
  }

  private static final Map<OpDef, Calls> CALLS =
      Map.ofEntries(
          Map.entry(Conv2dOp.DEF, FilterCalls::of),
          Map.entry(Conv2dTransposeOp.DEF, FilterCalls::of),
          Map.entry(DepthwiseConv2dOp.DEF, FilterCalls::of),
          Map.entry(FullyConnectedOp.DEF, FilterCalls::of),
          Map.entry(AddOp.DEF, op -> RowCalls.elementwise(op, "sum")),
          Map.entry(SubOp.DEF, op -> RowCalls.elementwise(op, "difference")),
          Map.entry(MulOp.DEF, op -> RowCalls.elementwise(op, "product")),
          Map.entry(RequantizeOp.DEF, RowCalls::requantize),
          Map.entry(LookupOp.DEF, RowCalls::lookup),
          Map.entry(SoftmaxOp.DEF, RowCalls::softmax),
          Map.entry(AvgPool2dOp.DEF, op -> RowCalls.pool(op, "avg")),
          Map.entry(MaxPool2dOp.DEF, op -> RowCalls.pool(op, "max")),
          Map.entry(MeanOp.DEF, RowCalls::mean),
          Map.entry(ReshapeOp.DEF, op -> MoveCalls.move(op, Box.reshape(op))),
          Map.entry(TransposeOp.DEF, op -> MoveCalls.move(op, Box.transpose(op))),
          Map.entry(SliceOp.DEF, op -> MoveCalls.move(op, Box.slice(op))),
          Map.entry(ConcatOp.DEF, op -> MoveCalls.move(op, Box.concat(op))),
          Map.entry(PadOp.DEF, MoveCalls::pad),
          Map.entry(ResizeOp.DEF, MoveCalls::resize));

  @Override
  public ImmutableList<CPart> parts(Type type) {
    Optional<BlockType> block = BlockType.of(type);
    if (!(type instanceof TensorType tensor) || block.isEmpty()) {
      throw new IllegalArgumentException(
          "expected a tensor of block floating-point numbers, but got " + type);
    }
    CType storage = CType.of(block.get().storage()).orElseThrow();
    CPart mantissas = new CPart("", storage, elements(tensor.shape()));
    return block.get().isDynamic()
        ? ImmutableList.of(
            mantissas,
            new CPart(
                EXPONENT, CType.I16, elements(block.get().sharing().exponents(tensor.shape()))))
        : ImmutableList.of(mantissas);
  }

  private static int elements(Shape shape) {
    return Math.toIntExact(shape.elements());
  }

  @Override
  public Optional<ImmutableList<CTable>> constant(Operation operation) {
    if (!operation.is(BlockConstantOp.DEF)) {
      return Optional.empty();
    }
    Tensor value = ConstantElements.of(operation.result()).orElseThrow();
    ImmutableList<CPart> parts = parts(operation.result().type());
    ImmutableList.Builder<CTable> tables = ImmutableList.builder();
    tables.add(table(parts.get(0), value));
    value.exponents().ifPresent(exponents -> tables.add(table(parts.get(1), exponents)));
    return Optional.of(tables.build());
  }

  private static CTable table(CPart part, Tensor tensor) {
    return new CTable(part.type(), part.length(), tensor::integer);
  }

  @Override
  public Optional<Value> same(Operation operation) {
    return operation.is(ReshapeOp.DEF) && DspTypes.isStatic(operation)
        ? Optional.of(operation.operand(0))
        : Optional.empty();
  }

  @Override
  public ImmutableList<CCall> calls(Operation operation) {
    return operation
        .def()
        .map(CALLS::get)
        .orElseThrow(() -> new IllegalArgumentException("there is no kernel for it"))
        .of(operation);
  }

  @Override
  public String meaning(Type type) {
    BlockType block = BlockType.of(type).orElseThrow();
    return block.isDynamic()
        ? "real number = mantissa * 2^exponent, shared by " + block.sharing()
        : "real number = mantissa * 2^" + block.exponents();
  }

  @Override
  public ImmutableMap<String, Long> facts(Type type) {
    return BlockType.of(type)
        .flatMap(BlockType::staticExponents)
        .filter(known -> known.values().length() == 1)
        .map(known -> ImmutableMap.of("EXPONENT", (long) known.values().get(0)))
        .orElse(ImmutableMap.of());
  }
}
