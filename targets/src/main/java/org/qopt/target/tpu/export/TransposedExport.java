package org.qopt.target.tpu.export;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.target.dialect.Bytes;
import org.qopt.target.image.Window1d;
import org.qopt.target.image.Window2d;
import org.qopt.target.tpu.dialect.TpuAttributes;
import org.qopt.target.tpu.dialect.Windows;
import org.tensorflow.lite.schema.ActivationFunctionType;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.Padding;
import org.tensorflow.lite.schema.SliceOptionsT;
import org.tensorflow.lite.schema.TransposeConvOptionsT;

/**
 * {@code tpu.conv2d_transpose}. The operator is told the size of its result, and cuts off or adds
 * at the end what is more or less; what it cuts off before follows from the name of a padding, else
 * a slice does that. It knows neither dilations nor groups: the filter is filled up with zeros,
 * which add nothing to a sum.
 */
final class TransposedExport {
  private TransposedExport() {}

  static void export(Operation operation, ModelGraph graph) {
    Tensor filter = filter(operation);
    Window1d rows = window(operation).rows();
    Window1d columns = window(operation).columns();
    TensorType type = (TensorType) operation.result().type();
    Cut cut = Cut.of(operation, graph);
    int height = filter.shape().size(1);
    int width = filter.shape().size(2);
    Optional<Byte> named =
        Stream.of(Padding.VALID, Padding.SAME)
            .filter(name -> cutOff(name, rows, height, type.shape().size(1)) == rows.padBefore())
            .filter(
                name -> cutOff(name, columns, width, type.shape().size(2)) == columns.padBefore())
            .findFirst();
    if (named.isPresent()) {
      add(operation, graph, filter, named.get(), cut, type, cut.output());
    } else {
      // Not less than the filter covers: then nothing is cut off before.
      Shape whole =
          type.shape()
              .with(1, Math.max(height, type.shape().size(1) + rows.padBefore()))
              .with(2, Math.max(width, type.shape().size(2) + columns.padBefore()));
      int uncut = graph.part(operation.result(), "whole", type.withShape(whole));
      add(operation, graph, filter, Padding.VALID, cut, type.withShape(whole), uncut);
      slice(operation.result(), graph, uncut, rows.padBefore(), columns.padBefore(), cut.output());
    }
    cut.finish();
  }

  private static Window2d window(Operation operation) {
    Shape filter = ((TensorType) operation.operand(1).type()).shape();
    return Windows.of(
        operation, filter.size(1), filter.size(2), Spatial.of(operation, "dilations"));
  }

  /** What the operator cuts off before, with a filter of {@code size} and so many results. */
  private static int cutOff(byte padding, Window1d window, int size, int outputs) {
    int stride = window.stride();
    int windows =
        padding == Padding.SAME
            ? (outputs + stride - 1) / stride
            : (outputs + stride - size) / stride;
    return Math.max(0, (windows - 1) * stride + size - outputs) / 2;
  }

  private static void add(
      Operation operation,
      ModelGraph graph,
      Tensor filter,
      byte padding,
      Cut cut,
      TensorType type,
      int output) {
    Spatial strides = Spatial.of(operation, "strides");
    TransposeConvOptionsT options = new TransposeConvOptionsT();
    options.setPadding(padding);
    options.setStrideH(strides.height());
    options.setStrideW(strides.width());
    options.setFusedActivationFunction(cut.activation());
    Value result = operation.result();
    Shape shape = type.shape();
    graph.add(
        Operators.transposeConv(Width.of(result), cut.activation() != ActivationFunctionType.NONE),
        BuiltinOptions.TransposeConvOptions,
        options,
        ImmutableList.of(
            graph.list(result, "shape", shape.size(0), shape.size(1), shape.size(2), shape.size(3)),
            filter(operation, graph, filter),
            graph.tensor(operation.operand(0)),
            Operands.bias(operation, graph)),
        output);
  }

  private static int filter(Operation operation, ModelGraph graph, Tensor filter) {
    TensorType type = (TensorType) operation.operand(1).type();
    return type.shape().equals(filter.shape())
        ? graph.tensor(operation.operand(1))
        : graph.constant(operation.result(), "filter", type.withShape(filter.shape()), filter);
  }

  /** The filter of one group and without dilations: zeros stand where there was nothing. */
  private static Tensor filter(Operation operation) {
    Tensor filter = Bytes.constant(operation, 1);
    Spatial dilations = Spatial.of(operation, "dilations");
    int groups = TpuAttributes.integer(operation, "groups");
    if (dilations.equals(Spatial.ONE) && groups == 1) {
      return filter;
    }
    Shape from = filter.shape();
    int inputs = from.size(3);
    Shape to =
        Shape.of(
            from.dim(0),
            (from.dim(1) - 1) * dilations.height() + 1,
            (from.dim(2) - 1) * dilations.width() + 1,
            from.dim(3) * groups);
    byte[] weights = filter.bytes();
    byte[] filled = new byte[Math.toIntExact(to.elements())];
    int at = 0;
    for (int o = 0; o < from.size(0); o++) {
      int channel = o / (from.size(0) / groups) * inputs;
      for (int y = 0; y < from.size(1); y++) {
        for (int x = 0; x < from.size(2); x++, at += inputs) {
          int row = o * to.size(1) + y * dilations.height();
          int pixel = row * to.size(2) + x * dilations.width();
          System.arraycopy(weights, at, filled, pixel * to.size(3) + channel, inputs);
        }
      }
    }
    return Tensor.of(to, filled);
  }

  private static void slice(
      Value result, ModelGraph graph, int input, int top, int left, int output) {
    Shape shape = ((TensorType) result.type()).shape();
    graph.add(
        Operators.slice(Width.of(result), shape.rank()),
        BuiltinOptions.SliceOptions,
        new SliceOptionsT(),
        List.of(
            input,
            graph.list(result, "begin", 0, top, left, 0),
            graph.list(result, "size", shape.size(0), shape.size(1), shape.size(2), shape.size(3))),
        output);
  }
}
