package org.qopt.parser.tflite;

import com.google.common.primitives.ImmutableLongArray;
import java.lang.foreign.MemorySegment;
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
    Tensor stored = stored(tensor, user);
    if (tensor.isQuantized()) {
      return dequantized(stored, tensor, tensor.quantization().get(), user);
    }
    if (stored.kind() == ElementKind.F16) {
      budget.spend(stored.size() * Float.BYTES);
      return stored.cast(ElementKind.F32);
    }
    return stored;
  }

  /** {@return the elements of {@code tensor}, a constant, as the file has them} */
  Tensor stored(TfliteTensor tensor, NodeId user) {
    MemorySegment data = tensor.data().orElseThrow();
    ElementKind kind =
        tensor
            .kind()
            .orElseThrow(
                () -> user.fault(tensor + " is of type " + tensor.typeName() + ", unsupported"));
    requireSize(tensor, kind, data.byteSize(), user);
    return Tensor.mapped(kind, tensor.shape(), data);
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
    tensor
        .quantizationFault()
        .ifPresent(
            what -> {
              throw user.fault(tensor + " is quantized with " + what);
            });
    int count = quantization.scales().length();
    long inner = innerElements(stored.shape(), quantization);
    ImmutableLongArray zeroPoints = quantization.zeroPoints();
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
  private static long innerElements(Shape shape, Quantization quantization) {
    if (quantization.scales().length() == 1) {
      return Math.max(1, shape.elements());
    }
    long inner = 1;
    for (int i = quantization.axis() + 1; i < shape.rank(); i++) {
      inner *= shape.dim(i);
    }
    return Math.max(1, inner);
  }
}
