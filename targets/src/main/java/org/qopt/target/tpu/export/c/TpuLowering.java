package org.qopt.target.tpu.export.c;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.qopt.dialect.quant.QuantizedTypes;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.op.ConstantElements;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;
import org.qopt.target.c.CCall;
import org.qopt.target.c.CLowering;
import org.qopt.target.c.CPart;
import org.qopt.target.c.CTable;
import org.qopt.target.c.CType;
import org.qopt.target.dialect.Scales;
import org.qopt.target.tpu.dialect.ReshapeOp;

/** What programs of {@code tpu} become in C: a value is one array, of its storage's integers. */
public final class TpuLowering implements CLowering {
  private static final TpuCalls BYTES = TpuCalls.ofBytes();
  private static final TpuCalls SHORTS = TpuCalls.ofShorts();

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
    boolean bytes = Scales.bits(operation.result().type()) == Byte.SIZE;
    return (bytes ? BYTES : SHORTS).of(operation);
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
