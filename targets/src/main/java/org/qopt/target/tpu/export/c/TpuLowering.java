package org.qopt.target.tpu.export.c;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;
import org.qopt.dialect.quant.QuantizedTypes;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.op.ConstantElements;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;
import org.qopt.target.c.CCall;
import org.qopt.target.c.CLowering;
import org.qopt.target.c.CPart;
import org.qopt.target.c.CTable;
import org.qopt.target.c.CType;
import org.qopt.target.c.Moves;
import org.qopt.target.dialect.Scales;
import org.qopt.target.tpu.dialect.AddOp;
import org.qopt.target.tpu.dialect.AvgPool2dOp;
import org.qopt.target.tpu.dialect.ByteFunctions;
import org.qopt.target.tpu.dialect.ConcatOp;
import org.qopt.target.tpu.dialect.Conv2dOp;
import org.qopt.target.tpu.dialect.Conv2dTransposeOp;
import org.qopt.target.tpu.dialect.DepthwiseConv2dOp;
import org.qopt.target.tpu.dialect.FullyConnectedOp;
import org.qopt.target.tpu.dialect.MaxPool2dOp;
import org.qopt.target.tpu.dialect.MeanOp;
import org.qopt.target.tpu.dialect.MulOp;
import org.qopt.target.tpu.dialect.PadOp;
import org.qopt.target.tpu.dialect.ReshapeOp;
import org.qopt.target.tpu.dialect.ResizeBilinearOp;
import org.qopt.target.tpu.dialect.ResizeNearestOp;
import org.qopt.target.tpu.dialect.SliceOp;
import org.qopt.target.tpu.dialect.SoftmaxOp;
import org.qopt.target.tpu.dialect.SubOp;
import org.qopt.target.tpu.dialect.TpuAttributes;
import org.qopt.target.tpu.dialect.TransposeOp;

/** What programs of {@code tpu} become in C: a value is one array, of its storage's integers. */
public final class TpuLowering implements CLowering {
  private static final Moves MOVES = new Moves(CType.I8);

  /** The calls of one kind of operation. */
  @FunctionalInterface
  private interface Calls {
    ImmutableList<CCall> of(Operation operation);
  }

  private static final Map<OpDef, Calls> CALLS =
      Map.ofEntries(
          Map.entry(Conv2dOp.DEF, AccumulatorCalls::conv2d),
          Map.entry(Conv2dTransposeOp.DEF, AccumulatorCalls::conv2dTranspose),
          Map.entry(DepthwiseConv2dOp.DEF, AccumulatorCalls::depthwiseConv2d),
          Map.entry(FullyConnectedOp.DEF, AccumulatorCalls::fullyConnected),
          Map.entry(AddOp.DEF, operation -> ElementwiseCalls.sum(operation, 1)),
          Map.entry(SubOp.DEF, operation -> ElementwiseCalls.sum(operation, -1)),
          Map.entry(MulOp.DEF, ElementwiseCalls::product),
          Map.entry(AvgPool2dOp.DEF, ReductionCalls::averagePool),
          Map.entry(MaxPool2dOp.DEF, ReductionCalls::maxPool),
          Map.entry(MeanOp.DEF, ReductionCalls::mean),
          Map.entry(SoftmaxOp.DEF, ReductionCalls::softmax),
          Map.entry(TransposeOp.DEF, MOVES::transpose),
          Map.entry(ResizeNearestOp.DEF, ResizeCalls::nearest),
          Map.entry(ResizeBilinearOp.DEF, ResizeCalls::bilinear),
          Map.entry(SliceOp.DEF, MOVES::slice),
          Map.entry(ConcatOp.DEF, MOVES::concat),
          Map.entry(
              PadOp.DEF,
              operation -> MOVES.pad(operation, TpuAttributes.integer(operation, PadOp.VALUE))));

  @Override
  public ImmutableList<CPart> parts(Type type) {
    if (type instanceof TensorType tensor && CType.of(type).isPresent()) {
      return ImmutableList.of(
          new CPart("", CType.of(type).get(), Math.toIntExact(tensor.shape().elements())));
    }
    throw new IllegalArgumentException(
        "expected a tensor of integers of 8, 16, 32 or 64 bits, but got " + type);
  }

  @Override
  public Optional<ImmutableList<CTable>> constant(Operation operation) {
    if (operation.results().size() != 1) {
      return Optional.empty();
    }
    return ConstantElements.of(operation.result())
        .map(tensor -> ImmutableList.of(table(tensor, parts(operation.result().type()))));
  }

  private static CTable table(Tensor tensor, ImmutableList<CPart> parts) {
    CPart part = parts.getFirst();
    return new CTable(part.type(), part.length(), tensor::integer);
  }

  @Override
  public Optional<Value> same(Operation operation) {
    return operation.is(ReshapeOp.DEF) ? Optional.of(operation.operand(0)) : Optional.empty();
  }

  @Override
  public ImmutableList<CCall> calls(Operation operation) {
    if (Scales.bits(operation.result().type()) != Byte.SIZE) {
      throw new InvalidInputException(
          DiagnosticKind.NOT_LEGAL,
          operation.reportLocation(),
          "'%s' op cannot be written as C: expected numbers of 8 bits, but got %s"
              .formatted(operation.name(), operation.result().type()));
    }
    Optional<Calls> calls = operation.def().map(CALLS::get);
    if (calls.isPresent()) {
      return calls.get().of(operation);
    }
    return ByteFunctions.of(operation)
        .map(function -> ElementwiseCalls.lookup(operation, function))
        .orElseThrow(() -> new IllegalArgumentException("there is no kernel for it"));
  }

  @Override
  public String meaning(Type type) {
    return uniform(type)
        .map(
            quantized ->
                "real number = %s * (stored %s %d)"
                    .formatted(
                        quantized.scale32(),
                        quantized.zeroPoint() < 0 ? "+" : "-",
                        Math.abs(quantized.zeroPoint())))
        .orElse("integers");
  }

  @Override
  public ImmutableMap<String, Long> facts(Type type) {
    return uniform(type)
        .map(
            quantized -> {
              int exponent = Math.getExponent(quantized.scale32()) - 23;
              return ImmutableMap.of(
                  "ZERO_POINT",
                  quantized.zeroPoint(),
                  "SCALE_MANTISSA",
                  (long) Math.scalb((double) quantized.scale32(), -exponent),
                  "SCALE_EXPONENT",
                  (long) exponent);
            })
        .orElse(ImmutableMap.of());
  }

  private static Optional<UniformQuantizedType> uniform(Type type) {
    return QuantizedTypes.uniform(type);
  }
}
