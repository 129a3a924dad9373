package org.qopt.target.tpu.export;

import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.target.dialect.Scales;
import org.qopt.target.image.Window2d;
import org.qopt.target.tpu.dialect.TpuAttributes;
import org.qopt.target.tpu.dialect.Windows;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.Conv2DOptionsT;
import org.tensorflow.lite.schema.DepthwiseConv2DOptionsT;

/** {@code tpu.conv2d} and {@code tpu.depthwise_conv2d}. */
final class ConvolutionExports {
  private ConvolutionExports() {}

  static void conv2d(Operation operation, ModelGraph graph) {
    PaddedImage image = image(operation, graph);
    Spatial strides = Spatial.of(operation, "strides");
    Spatial dilations = Spatial.of(operation, "dilations");
    Cut cut = Cut.of(operation, graph);
    Conv2DOptionsT options = new Conv2DOptionsT();
    options.setPadding(image.padding());
    options.setStrideH(strides.height());
    options.setStrideW(strides.width());
    options.setDilationHFactor(dilations.height());
    options.setDilationWFactor(dilations.width());
    options.setFusedActivationFunction(cut.activation());
    // The number of groups is not written: it is the quotient of the channels.
    boolean grouped = TpuAttributes.integer(operation, "groups") > 1;
    graph.add(
        Operators.conv2d(Width.of(operation.result()), grouped),
        BuiltinOptions.Conv2DOptions,
        options,
        Operands.withBias(image.tensor(), operation, graph),
        cut.output());
    cut.finish();
  }

  static void depthwiseConv2d(Operation operation, ModelGraph graph) {
    PaddedImage image = image(operation, graph);
    Spatial strides = Spatial.of(operation, "strides");
    Spatial dilations = Spatial.of(operation, "dilations");
    Cut cut = Cut.of(operation, graph);
    DepthwiseConv2DOptionsT options = new DepthwiseConv2DOptionsT();
    options.setPadding(image.padding());
    options.setStrideH(strides.height());
    options.setStrideW(strides.width());
    options.setDilationHFactor(dilations.height());
    options.setDilationWFactor(dilations.width());
    options.setDepthMultiplier(channels(operation.result()) / channels(operation.operand(0)));
    options.setFusedActivationFunction(cut.activation());
    graph.add(
        Operators.depthwiseConv2d(Width.of(operation.result())),
        BuiltinOptions.DepthwiseConv2DOptions,
        options,
        Operands.withBias(image.tensor(), operation, graph),
        cut.output());
    cut.finish();
  }

  private static PaddedImage image(Operation operation, ModelGraph graph) {
    int[] filter = Scales.dims(operation.operand(1).type());
    Window2d window =
        Windows.of(operation, filter[1], filter[2], Spatial.of(operation, "dilations"));
    return PaddedImage.of(operation, graph, window, Scales.zeroPoint(operation.operand(0).type()));
  }

  private static int channels(Value image) {
    return Scales.dims(image.type())[3];
  }
}
