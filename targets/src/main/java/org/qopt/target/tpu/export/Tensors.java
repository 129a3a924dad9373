package org.qopt.target.tpu.export;

import org.qopt.dialect.quant.QuantizedTypes;
import org.qopt.dialect.quant.UniformQuantizedPerAxisType;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.IntegerType;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;
import org.tensorflow.lite.schema.QuantizationParametersT;
import org.tensorflow.lite.schema.TensorT;

/** Types as the format says them. */
final class Tensors {
  private Tensors() {}

  /** {@return a tensor that is no constant yet} */
  static TensorT of(String name, TensorType type) {
    TensorT tensor = new TensorT();
    tensor.setName(name);
    tensor.setShape(type.shape().dims().stream().mapToInt(Math::toIntExact).toArray());
    // Otherwise readers cannot tell a scalar from a tensor whose shape is not known.
    tensor.setHasRank(true);
    tensor.setType(code(type.elementType()));
    QuantizedTypes.of(type).ifPresent(_ -> tensor.setQuantization(parameters(type.elementType())));
    return tensor;
  }

  private static byte code(Type element) {
    Type stored =
        QuantizedTypes.of(element)
            .<Type>map(quantized -> quantized.storage().integerType())
            .orElse(element);
    if (stored.equals(FloatType.F32)) {
      return org.tensorflow.lite.schema.TensorType.FLOAT32;
    }
    return switch (((IntegerType) stored).width()) {
      case 8 -> org.tensorflow.lite.schema.TensorType.INT8;
      case 16 -> org.tensorflow.lite.schema.TensorType.INT16;
      case 32 -> org.tensorflow.lite.schema.TensorType.INT32;
      case 64 -> org.tensorflow.lite.schema.TensorType.INT64;
      default -> throw new IllegalArgumentException("no element of a legal program: " + element);
    };
  }

  private static QuantizationParametersT parameters(Type element) {
    return switch (element) {
      case UniformQuantizedType one ->
          parameters(new float[] {one.scale32()}, new long[] {one.zeroPoint()}, 0);
      case UniformQuantizedPerAxisType many -> {
        float[] scales = new float[many.scales().length()];
        for (int i = 0; i < scales.length; i++) {
          scales[i] = (float) many.scales().get(i);
        }
        yield parameters(scales, many.zeroPoints().toArray(), many.axis());
      }
      default -> throw new IllegalArgumentException("no element of a legal program: " + element);
    };
  }

  private static QuantizationParametersT parameters(float[] scales, long[] zeroPoints, int axis) {
    QuantizationParametersT parameters = new QuantizationParametersT();
    parameters.setScale(scales);
    parameters.setZeroPoint(zeroPoints);
    parameters.setQuantizedDimension(axis);
    return parameters;
  }
}
