package org.qopt.parser.tflite;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.qopt.dialect.quant.QuantizedType;
import org.qopt.dialect.quant.StorageType;
import org.qopt.dialect.quant.UniformQuantizedPerAxisType;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.parser.tflite.TfliteTensor.Quantization;

/** The types of tensors whose integers stand for real numbers. */
final class QuantizedTensors {
  private static final List<ElementKind> ACTIVATIONS =
      List.of(ElementKind.I8, ElementKind.U8, ElementKind.I16);

  private QuantizedTensors() {}

  /**
   * {@return the type of the elements of {@code tensor}, which is computed or given, if it is
   * quantized}
   *
   * @param fault makes an error of a message
   */
  static Optional<QuantizedType> computed(
      TfliteTensor tensor, Function<String, InvalidInputException> fault) {
    if (!tensor.isQuantized()) {
      return Optional.empty();
    }
    if (!ACTIVATIONS.contains(tensor.kind().orElseThrow())) {
      throw fault.apply(
          "%s is quantized as %s; values that are computed may be as INT8, UINT8 or INT16"
              .formatted(tensor, tensor.typeName()));
    }
    QuantizedType type = type(tensor, tensor.kind().get(), fault);
    if (type instanceof UniformQuantizedPerAxisType) {
      throw fault.apply(tensor + " is quantized per axis, which only a constant may be");
    }
    return Optional.of(type);
  }

  /**
   * {@return the type of the elements of {@code tensor}, a quantized constant, as {@code kind}
   * stores them}
   *
   * @param fault makes an error of a message
   */
  static QuantizedType type(
      TfliteTensor tensor, ElementKind kind, Function<String, InvalidInputException> fault) {
    Quantization quantization = tensor.quantization().orElseThrow();
    tensor
        .quantizationFault()
        .ifPresent(
            what -> {
              throw fault.apply(tensor + " is quantized with " + what);
            });
    StorageType storage = StorageType.full(kind.bytes() * Byte.SIZE, kind != ElementKind.U8);
    int count = quantization.scales().length();
    long[] zeroPoints =
        quantization.zeroPoints().isEmpty() ? new long[count] : quantization.zeroPoints().toArray();
    for (long zeroPoint : zeroPoints) {
      if (storage.clamp(zeroPoint) != zeroPoint) {
        throw fault.apply(
            "%s is quantized with zero point %d, which %s does not hold"
                .formatted(tensor, zeroPoint, tensor.typeName()));
      }
    }
    return count == 1
        ? UniformQuantizedType.of(storage, (float) quantization.scales().get(0), zeroPoints[0])
        : UniformQuantizedPerAxisType.of(
            storage, quantization.axis(), quantization.scales().toArray(), zeroPoints);
  }

  /** {@return {@code stored} in 32 bits if it is of 64 and fits; types hold no more} */
  static Optional<Tensor> narrowed(Tensor stored) {
    if (stored.kind() != ElementKind.I64) {
      return Optional.of(stored);
    }
    for (long i = 0; i < stored.size(); i++) {
      if (stored.integer(i) != (int) stored.integer(i)) {
        return Optional.empty();
      }
    }
    return Optional.of(stored.cast(ElementKind.I32));
  }
}
