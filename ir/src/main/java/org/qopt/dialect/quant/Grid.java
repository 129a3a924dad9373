package org.qopt.dialect.quant;

import java.util.stream.IntStream;
import org.qopt.ir.type.Shape;

/**
 * The parameters of a uniform type, per tensor or per axis, as arrays, and which of them belongs to
 * an element.
 *
 * @param storage the integers that are stored
 * @param axis the axis with a scale for each index, or -1 if there is one for all
 * @param scales the scales
 * @param zeroPoints the zero points
 */
record Grid(StorageType storage, int axis, float[] scales, long[] zeroPoints) {
  /**
   * {@return the parameters of {@code type}}
   *
   * @throws IllegalArgumentException if they are not decided yet
   */
  static Grid of(QuantizedType type) {
    return switch (type) {
      case UniformQuantizedType uniform ->
          new Grid(
              uniform.storage(),
              -1,
              new float[] {uniform.scale32()},
              new long[] {uniform.zeroPoint()});
      case UniformQuantizedPerAxisType perAxis ->
          new Grid(
              perAxis.storage(),
              perAxis.axis(),
              floats(perAxis.scales().toArray()),
              perAxis.zeroPoints().toArray());
      case AnyQuantizedType any ->
          throw new IllegalArgumentException("the scale of " + any + " is not decided yet");
    };
  }

  /** {@return how many neighbouring elements of a tensor share an index along the axis} */
  int run(Shape shape) {
    return axis < 0
        ? Math.toIntExact(shape.elements())
        : IntStream.range(axis + 1, shape.rank()).map(shape::size).reduce(1, (a, b) -> a * b);
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
