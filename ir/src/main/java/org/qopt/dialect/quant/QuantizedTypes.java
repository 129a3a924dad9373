package org.qopt.dialect.quant;

import java.util.Optional;
import org.qopt.dialect.bfp.BlockType;
import org.qopt.ir.print.FloatText;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.ShapedType;
import org.qopt.ir.type.Type;

/** What the quantized types share. */
public final class QuantizedTypes {
  private QuantizedTypes() {}

  /** {@return {@code type} itself or its element type, if that is quantized} */
  public static Optional<QuantizedType> of(Type type) {
    return switch (type) {
      case QuantizedType quantized -> Optional.of(quantized);
      case ShapedType shaped when shaped.elementType() instanceof QuantizedType quantized ->
          Optional.of(quantized);
      default -> Optional.empty();
    };
  }

  /**
   * {@return the parameters of {@code type} or of its elements, if they are one scale and zero
   * point}
   */
  public static Optional<UniformQuantizedType> uniform(Type type) {
    return of(type)
        .filter(UniformQuantizedType.class::isInstance)
        .map(UniformQuantizedType.class::cast);
  }

  /**
   * {@return how the elements of a tensor of type {@code type} are stored: quantized ones as their
   * storage, block floating-point ones as their mantissas; empty if there is no such kind}
   */
  public static Optional<ElementKind> storageKind(Type type) {
    Optional<QuantizedType> quantized = of(type);
    if (quantized.isPresent()) {
      return Optional.of(quantized.get().storage().kind());
    }
    Optional<BlockType> block = BlockType.of(type);
    if (block.isPresent()) {
      return Optional.of(block.get().kind());
    }
    return ElementKind.of(type instanceof ShapedType shaped ? shaped.elementType() : type);
  }

  static void checkScale(double scale, Type expressed) {
    double used = used(scale, expressed);
    if (!(used > 0) || Double.isInfinite(used)) {
      throw new IllegalArgumentException("illegal scale: " + scale);
    }
  }

  /**
   * {@return the scale that is calculated with: an {@code f32} where that is expressed, because
   * that is what files for integer runtimes hold}
   */
  static double used(double scale, Type expressed) {
    return expressed == FloatType.F32 ? (float) scale : scale;
  }

  /** {@return the scale with the fewest digits that is used as {@code scale}} */
  static double shortest(float scale) {
    return Double.parseDouble(Float.toString(scale));
  }

  // All digits, since MLIR tells scales apart that are one in f32.
  static String parameters(double scale, long zeroPoint) {
    String text = FloatText.of(scale, FloatType.F64);
    return zeroPoint == 0 ? text : text + ":" + zeroPoint;
  }
}
