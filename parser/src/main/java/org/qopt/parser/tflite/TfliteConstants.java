package org.qopt.parser.tflite;

import com.google.common.primitives.ImmutableLongArray;
import java.lang.foreign.MemorySegment;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.parser.model.DecodingBudget;
import org.qopt.parser.model.NodeId;
import org.qopt.parser.tflite.TfliteTensor.Quantization;

/**
 * Decodes constants. What stands for real numbers becomes {@code f32}: 16-bit floats are widened,
 * quantized weights of an otherwise float model are dequantized.
 */
final class TfliteConstants {
  // Widening multiplies a buffer's bytes by at most 4; tensors may share a buffer.
  private static final int LARGEST_GROWTH = 16;
  private static final long SPARE_BYTES = 1 << 20;

  private final DecodingBudget budget;

  TfliteConstants(TfliteModel model) {
    budget = new DecodingBudget(model.bytes() * LARGEST_GROWTH + SPARE_BYTES);
  }

  /**
   * {@return the elements of {@code tensor}, which is a constant}
   *
   * @param user the node to blame if they cannot be decoded
   */
  Tensor decode(TfliteTensor tensor, NodeId user) {
    MemorySegment data = tensor.data().orElseThrow();
    ElementKind kind =
        tensor
            .kind()
            .orElseThrow(
                () -> user.fault(tensor + " is of type " + tensor.typeName() + ", unsupported"));
    requireSize(tensor, kind, data.byteSize(), user);
    Tensor stored = Tensor.mapped(kind, tensor.shape(), data);
    if (tensor.quantization().isPresent() && !kind.isFloat()) {
      return dequantized(stored, tensor, tensor.quantization().get(), user);
    }
    if (kind == ElementKind.F16) {
      budget.spend(stored.size() * Float.BYTES);
      return stored.cast(ElementKind.F32);
    }
    return stored;
  }

  private static void requireSize(TfliteTensor tensor, ElementKind kind, long bytes, NodeId user) {
    Shape shape = tensor.shape();
    if (!shape.isStatic() || !fits(shape, kind, bytes)) {
      throw user.fault(
          "%s of shape [%s] and type %s does not fit its buffer of %d bytes"
              .formatted(tensor, shape, tensor.typeName(), bytes));
    }
  }

  private static boolean fits(Shape shape, ElementKind kind, long bytes) {
    try {
      return Math.multiplyExact(shape.elements(), kind.bytes()) == bytes;
    } catch (ArithmeticException e) {
      return false;
    }
  }

  private Tensor dequantized(
      Tensor stored, TfliteTensor tensor, Quantization quantization, NodeId user) {
    int count = quantization.scales().length();
    long inner = innerElements(stored.shape(), tensor, quantization, user);
    ImmutableLongArray zeroPoints = quantization.zeroPoints();
    if (!zeroPoints.isEmpty() && zeroPoints.length() != count) {
      throw fault(tensor, user, count + " scales, but " + zeroPoints.length() + " zero points");
    }
    if (!quantization.scales().stream().allMatch(s -> s > 0 && s <= Float.MAX_VALUE)) {
      throw fault(tensor, user, "a scale that is not a positive number");
    }
    budget.spend(stored.size() * Float.BYTES);
    float[] real = new float[Math.toIntExact(stored.size())];
    for (int i = 0; i < real.length; i++) {
      int index = (int) (i / inner % count);
      long zeroPoint = zeroPoints.isEmpty() ? 0 : zeroPoints.get(index);
      real[i] = (float) (stored.integer(i) - zeroPoint) * (float) quantization.scales().get(index);
    }
    return Tensor.of(stored.shape(), real);
  }

  // How many neighbouring elements share one scale.
  private static long innerElements(
      Shape shape, TfliteTensor tensor, Quantization quantization, NodeId user) {
    int count = quantization.scales().length();
    int axis = quantization.axis();
    if (count == 1) {
      return Math.max(1, shape.elements());
    }
    if (axis < 0 || axis >= shape.rank() || shape.dim(axis) != count) {
      throw fault(tensor, user, count + " scales along axis " + axis + " of [" + shape + "]");
    }
    long inner = 1;
    for (int i = axis + 1; i < shape.rank(); i++) {
      inner *= shape.dim(i);
    }
    return Math.max(1, inner);
  }

  private static InvalidInputException fault(TfliteTensor tensor, NodeId user, String what) {
    return user.fault(tensor + " is quantized with " + what);
  }
}
