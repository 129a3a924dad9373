package org.qopt.parser.onnx;

import java.util.List;
import org.qopt.dialect.quant.QuantizedType;
import org.qopt.dialect.quant.StorageType;
import org.qopt.dialect.quant.UniformQuantizedPerAxisType;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

/** What integers stand for, by the scale and the zero point that a node takes. */
final class QuantizationParameters {
  private static final List<ElementKind> KINDS =
      List.of(ElementKind.I8, ElementKind.U8, ElementKind.I16, ElementKind.U16, ElementKind.I32);

  private QuantizationParameters() {}

  /**
   * {@return the type of elements in {@code shape}, as the model sees it}
   *
   * @param kind how the integers are stored
   * @param scale the position of the scale among the node's inputs; the zero point follows it and
   *     may be missing
   * @param axis the axis with a scale for each index, where there are several
   */
  static QuantizedType of(OnnxNode node, Shape shape, ElementKind kind, int scale, long axis) {
    if (!KINDS.contains(kind)) {
      throw node.fault(
          "quantized integers are of type INT8, UINT8, INT16, UINT16 or INT32, but got "
              + kind.type());
    }
    Tensor scales = node.constant(scale, "the scale");
    StorageType storage =
        StorageType.full(
            kind.bytes() * Byte.SIZE, kind != ElementKind.U8 && kind != ElementKind.U16);
    double[] values = scales(node, scales);
    long[] zeroPoints = zeroPoints(node, kind, scale + 1, scales);
    if (values.length == 1) {
      return UniformQuantizedType.of(storage, (float) values[0], zeroPoints[0]);
    }
    int along = node.axis(axis, shape.rank());
    if (scales.shape().rank() != 1 || shape.dim(along) != values.length) {
      throw node.fault(
          "scales of shape [%s] do not fit axis %d of [%s]"
              .formatted(scales.shape(), along, shape));
    }
    return UniformQuantizedPerAxisType.of(storage, along, values, zeroPoints);
  }

  private static double[] scales(OnnxNode node, Tensor scales) {
    if (!scales.kind().isFloat() || scales.size() == 0) {
      throw node.fault("the scale is a float or a vector of them");
    }
    double[] values = new double[Math.toIntExact(scales.size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) scales.real(i);
      if (!(values[i] > 0) || Double.isInfinite(values[i])) {
        throw node.fault("a scale is a positive number, but got " + (float) values[i]);
      }
    }
    return values;
  }

  private static long[] zeroPoints(OnnxNode node, ElementKind kind, int index, Tensor scales) {
    long[] values = new long[Math.toIntExact(scales.size())];
    if (!node.has(index)) {
      return values;
    }
    Tensor zeroPoints = node.constant(index, "the zero point");
    if (zeroPoints.kind() != kind) {
      throw node.fault(
          "the zero point is of type %s, but the integers are of type %s"
              .formatted(zeroPoints.kind().type(), kind.type()));
    }
    if (zeroPoints.size() != values.length) {
      throw node.fault(
          "there are %d scales, but %d zero points".formatted(values.length, zeroPoints.size()));
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = zeroPoints.integer(i);
    }
    return values;
  }
}
