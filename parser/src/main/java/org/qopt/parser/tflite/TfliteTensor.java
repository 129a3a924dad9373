package org.qopt.parser.tflite;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableLongArray;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.qopt.ir.location.Location;
import org.qopt.ir.location.NameLocation;
import org.qopt.ir.location.UnknownLocation;
import org.qopt.ir.print.Quoted;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.type.Shape;
import org.tensorflow.lite.schema.TensorType;

/**
 * A tensor of the graph, decoded.
 *
 * @param index its position
 * @param name the model's name of it; may be empty
 * @param type its element type, a constant of {@code TensorType}
 * @param shape the shape that it has when no input is resized
 * @param signature the shape with the dimensions that may change dynamic
 * @param data the elements of a constant
 * @param quantization what integers stand for, if it is quantized
 */
record TfliteTensor(
    int index,
    String name,
    int type,
    Shape shape,
    Shape signature,
    Optional<MemorySegment> data,
    Optional<Quantization> quantization) {

  /**
   * Parameters for the whole tensor (one each) or for each index along an axis: real = (q -
   * zeroPoint) * scale.
   *
   * @param scales the scales
   * @param zeroPoints the zero points, as many; or none, which means 0
   * @param axis the axis
   */
  record Quantization(ImmutableDoubleArray scales, ImmutableLongArray zeroPoints, int axis) {}

  /** {@return how its elements are stored, if that is a type of the IR's} */
  Optional<ElementKind> kind() {
    return switch (type) {
      case TensorType.FLOAT32 -> Optional.of(ElementKind.F32);
      case TensorType.FLOAT16 -> Optional.of(ElementKind.F16);
      case TensorType.FLOAT64 -> Optional.of(ElementKind.F64);
      case TensorType.INT8 -> Optional.of(ElementKind.I8);
      case TensorType.UINT8 -> Optional.of(ElementKind.U8);
      case TensorType.INT16 -> Optional.of(ElementKind.I16);
      case TensorType.INT32 -> Optional.of(ElementKind.I32);
      case TensorType.INT64 -> Optional.of(ElementKind.I64);
      case TensorType.BOOL -> Optional.of(ElementKind.BOOL);
      default -> Optional.empty();
    };
  }

  /** {@return whether its elements are integers that stand for real numbers} */
  boolean isQuantized() {
    return quantization.isPresent() && kind().filter(kind -> !kind.isFloat()).isPresent();
  }

  /** {@return what is wrong with the parameters of a quantized tensor, if something is} */
  Optional<String> quantizationFault() {
    Quantization parameters = quantization.orElseThrow();
    int count = parameters.scales().length();
    int zeroPoints = parameters.zeroPoints().length();
    int axis = parameters.axis();
    if (zeroPoints != 0 && zeroPoints != count) {
      return Optional.of(count + " scales, but " + zeroPoints + " zero points");
    }
    if (!parameters.scales().stream().allMatch(s -> s > 0 && s <= Float.MAX_VALUE)) {
      return Optional.of("a scale that is not a positive number");
    }
    boolean along = axis >= 0 && axis < shape.rank() && shape.dim(axis) == count;
    return count == 1 || along
        ? Optional.empty()
        : Optional.of(count + " scales along axis " + axis + " of [" + shape + "]");
  }

  /** {@return the element type in the words of the format} */
  String typeName() {
    return type >= 0 && type < TensorType.names.length
        ? TensorType.name(type)
        : "element type " + type;
  }

  /** {@return the name as a location, unknown if there is none} */
  Location location() {
    return name.isEmpty() ? UnknownLocation.UNKNOWN : NameLocation.of(name);
  }

  /** {@return how diagnostics speak of it} */
  @Override
  public String toString() {
    return name.isEmpty() ? "tensor #" + index : "tensor " + Quoted.of(name);
  }
}
