package org.qopt.target.tpu.export;

import com.google.common.collect.ImmutableMap;
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
  private static final ImmutableMap<Type, Byte> CODES =
      ImmutableMap.of(
          FloatType.F32, org.tensorflow.lite.schema.TensorType.FLOAT32,
          IntegerType.I8, org.tensorflow.lite.schema.TensorType.INT8,
          IntegerType.I16, org.tensorflow.lite.schema.TensorType.INT16,
          IntegerType.I32, org.tensorflow.lite.schema.TensorType.INT32,
          IntegerType.I64, org.tensorflow.lite.schema.TensorType.INT64);

  private Tensors() {}

  /** {@return a tensor that is no constant yet} */
  static TensorT of(String name, TensorType type) {
    TensorT tensor = new TensorT();
    tensor.setName(name);
    tensor.setShape(type.shape().dims().stream().mapToInt(Math::toIntExact).toArray());
    // Otherwise readers cannot tell a scalar from a tensor whose shape is not known.
    tensor.setHasRank(true);
    tensor.setType(CODES.get(stored(type.elementType())));
    QuantizedTypes.of(type).ifPresent(_ -> tensor.setQuantization(parameters(type.elementType())));
    return tensor;
  }

  /** {@return whether the format has tensors of this type} */
  static boolean canHold(Type type) {
    return type instanceof TensorType tensor
        && tensor.shape().isStatic()
        && tensor.shape().dims().stream().allMatch(dim -> dim <= Integer.MAX_VALUE)
        && CODES.containsKey(stored(tensor.elementType()));
  }

  private static Type stored(Type element) {
    return QuantizedTypes.of(element)
        .<Type>map(quantized -> quantized.storage().integerType())
        .orElse(element);
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
