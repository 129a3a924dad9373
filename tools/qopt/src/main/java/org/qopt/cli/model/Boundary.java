package org.qopt.cli.model;

import java.util.Optional;
import org.qopt.dialect.bfp.BlockType;
import org.qopt.dialect.bfp.Packing;
import org.qopt.dialect.bfp.Unpacking;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.quant.QuantizedTypes;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Type;
import org.qopt.target.BoundaryRounding;
import org.qopt.target.Target;
import org.qopt.target.Targets;

/**
 * Real numbers at the inputs and outputs of a program whose types are quantized. A quotient halfway
 * between two integers is rounded as the runtime of the program's target does.
 */
public final class Boundary {
  private Boundary() {}

  /**
   * {@return how halves are rounded at the inputs of {@code function}: as the target does whose
   * dialect the program is in}
   */
  static BoundaryRounding rounding(FuncOp function) {
    boolean quantized =
        function.arguments().stream()
            .anyMatch(argument -> QuantizedTypes.uniform(argument.type()).isPresent());
    if (!quantized) {
      return BoundaryRounding.HALF_AWAY;
    }
    return Targets.load()
        .owner(function.operation())
        .map(Target::boundaryRounding)
        .orElse(BoundaryRounding.HALF_AWAY);
  }

  /** {@return the stored integers {@code data} as an argument of type {@code type}} */
  static Tensor storedArgument(Tensor data, Type type) {
    return data.cast(storageKind(type));
  }

  /**
   * {@return the real numbers {@code data} as an argument of type {@code type}: cast to a float
   * type without scaling; for a quantized one clamp(round(float32(x) / scale) + zero point); for
   * block floating point mantissas, as bfp.qcast rounds them}
   *
   * @param rounding how halves are rounded
   */
  public static Tensor toArgument(Tensor data, Type type, BoundaryRounding rounding) {
    ElementKind kind = storageKind(type);
    Optional<BlockType> block = BlockType.of(type);
    if (block.isPresent()) {
      return new Packing(block.get(), data.shape()).pack(data.cast(ElementKind.F32).floats());
    }
    var quantized = QuantizedTypes.uniform(type);
    if (quantized.isEmpty()) {
      return data.cast(kind);
    }
    float[] real = data.cast(ElementKind.F32).floats();
    long[] stored = new long[real.length];
    for (int i = 0; i < real.length; i++) {
      stored[i] = quantize(real[i], quantized.get(), rounding);
    }
    return Tensor.of(data.shape(), stored).cast(kind);
  }

  private static long quantize(float x, UniformQuantizedType type, BoundaryRounding rounding) {
    long rounded = rounding.round(x / type.scale32());
    // Added as doubles: the sum of a saturated quotient and a zero point must not wrap.
    return (long)
        Math.clamp((double) rounded + type.zeroPoint(), type.storage().min(), type.storage().max());
  }

  /**
   * {@return {@code result} of type {@code type} as real numbers: (stored - zero point) * scale, or
   * mantissa * 2^exponent}
   */
  public static Tensor toReal(Tensor result, Type type) {
    Optional<BlockType> block = BlockType.of(type);
    if (block.isPresent()) {
      return new Unpacking(block.get(), result.shape()).real(result);
    }
    var quantized = QuantizedTypes.uniform(type);
    if (quantized.isEmpty()) {
      return result;
    }
    float scale = quantized.get().scale32();
    long zeroPoint = quantized.get().zeroPoint();
    float[] real = new float[Math.toIntExact(result.size())];
    for (int i = 0; i < real.length; i++) {
      real[i] = scale * (result.integer(i) - zeroPoint);
    }
    return Tensor.of(result.shape(), real);
  }

  private static ElementKind storageKind(Type type) {
    return QuantizedTypes.storageKind(type)
        .orElseThrow(() -> new IllegalArgumentException("no data can be given to " + type));
  }
}
