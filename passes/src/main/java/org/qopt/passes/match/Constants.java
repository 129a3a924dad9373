package org.qopt.passes.match;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.qopt.ir.Value;
import org.qopt.ir.op.ConstantElements;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;

/** What is known of values that are constants. */
public final class Constants {
  private Constants() {}

  /** {@return the elements of {@code value}, if it is a constant of {@code f32}} */
  public static Optional<Tensor> floats(Value value) {
    boolean isFloat =
        value.type() instanceof TensorType tensor && tensor.elementType() == FloatType.F32;
    return isFloat
        ? ConstantElements.of(value).filter(tensor -> tensor.kind() == ElementKind.F32)
        : Optional.empty();
  }

  /** {@return whether {@code value} is a constant of any kind} */
  public static boolean isConstant(Value value) {
    return ConstantElements.of(value).isPresent();
  }

  /** {@return the number that every element of {@code value} is, if it is such a constant} */
  public static OptionalDouble uniform(Value value) {
    Optional<Tensor> constant = floats(value).filter(tensor -> tensor.size() > 0);
    if (constant.isEmpty()) {
      return OptionalDouble.empty();
    }
    Tensor tensor = constant.get();
    double first = tensor.real(0);
    for (long i = 1; !tensor.isSplat() && i < tensor.size(); i++) {
      if (tensor.real(i) != first) {
        return OptionalDouble.empty();
      }
    }
    return OptionalDouble.of(first);
  }

  /**
   * {@return one number for each channel, if {@code value} is a constant that broadcasts along the
   * last axis of a tensor of {@code rank} dimensions without making it larger}
   *
   * @param channels the size of the last axis
   */
  public static Optional<float[]> perChannel(Value value, int channels, int rank) {
    return floats(value)
        .filter(tensor -> isAlongLastAxis(tensor.shape(), channels, rank))
        .map(tensor -> repeat(tensor.floats(), channels));
  }

  private static boolean isAlongLastAxis(Shape shape, int channels, int rank) {
    if (shape.rank() > rank) {
      return false;
    }
    for (int i = 0; i < shape.rank() - 1; i++) {
      if (shape.dim(i) != 1) {
        return false;
      }
    }
    return shape.rank() == 0 || shape.dim(-1) == 1 || shape.dim(-1) == channels;
  }

  private static float[] repeat(float[] values, int channels) {
    if (values.length == channels) {
      return values;
    }
    float[] all = new float[channels];
    Arrays.fill(all, values[0]);
    return all;
  }
}
