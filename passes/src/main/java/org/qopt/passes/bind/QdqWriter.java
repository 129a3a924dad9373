package org.qopt.passes.bind;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.qopt.dialect.calib.BiasOp;
import org.qopt.dialect.calib.ObserveOp;
import org.qopt.dialect.calib.WeightOp;
import org.qopt.dialect.nn.ConstantOp;
import org.qopt.dialect.quant.DequantizeCastOp;
import org.qopt.dialect.quant.QuantizeCastOp;
import org.qopt.dialect.quant.QuantizedType;
import org.qopt.dialect.quant.StorageType;
import org.qopt.dialect.quant.UniformQuantizedPerAxisType;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DenseElementsAttr;
import org.qopt.ir.op.ConstantElements;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.ShapedType;
import org.qopt.quantize.QuantizedTensors;

/** Replaces the operations of the dialect {@code calib} by the QDQ form. */
final class QdqWriter {
  private final ObservedParameters observed;
  private final WeightParameters weights;

  QdqWriter(ObservedParameters observed, WeightParameters weights) {
    this.observed = observed;
    this.weights = weights;
  }

  /** Replaces all of {@code operations} that are of the dialect {@code calib}. */
  void write(List<Operation> operations) {
    // Biases first: their scales are looked up by the operations that observe and weigh.
    operations.stream().filter(op -> op.is(BiasOp.DEF)).forEach(this::writeBias);
    operations.stream().filter(op -> op.is(WeightOp.DEF)).forEach(this::writeWeight);
    operations.stream().filter(op -> op.is(ObserveOp.DEF)).forEach(this::writeObserve);
  }

  private void writeObserve(Operation observer) {
    UniformQuantizedType type = observed.of(observer);
    Optional<Tensor> constant = ConstantElements.of(observer.operand(0));
    if (constant.isPresent()) {
      replace(observer, QuantizedTensors.quantize(constant.get(), type), type);
      return;
    }
    Value quantized =
        QuantizeCastOp.create(
                OpBuilder.before(observer),
                observer.location(),
                observer.operand(0),
                quantized(observer, type))
            .operation()
            .result();
    dequantize(observer, quantized);
  }

  private void writeWeight(Operation weight) {
    QuantizedType type = symmetric(weight, new WeightOp(weight).axis(), weights.of(weight));
    replace(weight, QuantizedTensors.quantize(WeightParameters.constant(weight), type), type);
  }

  private void writeBias(Operation bias) {
    float[] scales = weights.ofBias(bias);
    boolean many = scales.length > 1 || new WeightOp(weights.weightOf(bias)).axis().isPresent();
    QuantizedType type = symmetric(bias, many ? OptionalInt.of(0) : OptionalInt.empty(), scales);
    Tensor integers =
        CarriedBias.integers(bias, scales)
            .orElseGet(() -> QuantizedTensors.quantize(WeightParameters.constant(bias), type));
    replace(bias, integers, type);
  }

  private static QuantizedType symmetric(Operation op, OptionalInt axis, float[] scales) {
    StorageType storage = ObservedParameters.storage(op).storage();
    if (axis.isEmpty()) {
      return UniformQuantizedType.of(storage, scales[0], 0);
    }
    double[] wide = new double[scales.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = scales[i];
    }
    return UniformQuantizedPerAxisType.symmetric(storage, axis.getAsInt(), wide);
  }

  private static void replace(Operation operation, Tensor elements, QuantizedType type) {
    Optional<Operation> old = operation.operand(0).definingOp();
    Value quantized =
        ConstantOp.create(
                OpBuilder.before(operation),
                operation.operand(0).location(),
                DenseElementsAttr.of(elements),
                quantized(operation, type))
            .operation()
            .result();
    dequantize(operation, quantized);
    old.ifPresent(QdqWriter::eraseUnused);
  }

  /** Erases a constant, or a dequantized one, that nothing takes any more. */
  private static void eraseUnused(Operation operation) {
    if (!operation.hasUses()) {
      Optional<Operation> from =
          operation.operands().stream().findFirst().flatMap(Value::definingOp);
      operation.erase();
      from.ifPresent(QdqWriter::eraseUnused);
    }
  }

  private static ShapedType quantized(Operation operation, QuantizedType type) {
    return ((ShapedType) operation.result().type()).withElementType(type);
  }

  private static void dequantize(Operation operation, Value quantized) {
    Value real =
        DequantizeCastOp.create(
                OpBuilder.before(operation),
                operation.location(),
                quantized,
                operation.result().type())
            .operation()
            .result();
    operation.result().replaceAllUsesWith(real);
    operation.erase();
  }
}
