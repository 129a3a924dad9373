package org.qopt.parser.tflite;

import java.util.Optional;
import org.qopt.dialect.calib.FakeQuantOp;
import org.qopt.dialect.quant.AnyQuantizedType;
import org.qopt.dialect.quant.DequantizeCastOp;
import org.qopt.dialect.quant.StorageType;
import org.qopt.ir.Value;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.TensorType;
import org.qopt.parser.model.Attrs;
import org.qopt.parser.tflite.TfliteOptions.FakeQuantization;

/** Operators between real numbers and the integers that stand for them. */
final class QuantizationOperators {
  private static final int LEAST_BITS = 2;
  private static final int MOST_BITS = 16;

  private QuantizationOperators() {}

  /** The result is quantized, as every tensor of its type is. */
  static void quantize(NodeImport node) {
    node.requireInputs(1, 1);
    node.requireQuantizedResult();
    node.finish(node.input(0));
  }

  static void dequantize(NodeImport node) {
    node.requireInputs(1, 1);
    Optional<Value> integers = node.computedIntegers(0);
    if (integers.isEmpty()) {
      // Constants are float by the time they are read: nothing is left to do.
      node.finish(node.constant(0, "the tensor to dequantize"));
      return;
    }
    TensorType type = (TensorType) integers.get().type();
    node.finish(DequantizeCastOp.DEF, integers.get(), type.withElementType(FloatType.F32));
  }

  static void fakeQuantize(NodeImport node) {
    node.requireInputs(1, 1);
    FakeQuantization options = node.options(FakeQuantization.class);
    int bits = options.bits();
    if (bits < LEAST_BITS || bits > MOST_BITS) {
      throw node.fault("numbers of %d bits; 2 to 16 are supported".formatted(bits));
    }
    if (!(options.min() < options.max())
        || !Float.isFinite(options.min())
        || !Float.isFinite(options.max())) {
      throw node.fault(
          "the range is not one of finite numbers: %s to %s"
              .formatted(options.min(), options.max()));
    }
    StorageType full = StorageType.full(bits, false);
    StorageType storage = options.narrow() ? new StorageType(bits, false, 1, full.max()) : full;
    node.finish(
        FakeQuantOp.DEF,
        node.allInputs(),
        new Attrs()
            .f32("min", options.min())
            .f32("max", options.max())
            .type("storage", new AnyQuantizedType(storage, FloatType.F32))
            .build());
  }
}
