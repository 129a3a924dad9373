package org.qopt.target.tpu.dialect;

import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.ir.Operation;
import org.qopt.ir.interpret.Kernel;
import org.qopt.target.dialect.Bytes;
import org.qopt.target.dialect.Scales;
import org.qopt.target.image.Nhwc;
import org.qopt.target.image.Window1d;
import org.qopt.target.image.Window2d;
import org.qopt.target.tpu.numerics.WideFilter;

/** The kernels of operations with a filter whose input holds int16. */
final class WideFilters {
  private WideFilters() {}

  static Kernel conv2d(Operation operation) {
    int[] filter = Scales.dims(operation.operand(1).type());
    int groups = TpuAttributes.integer(operation, "groups");
    return windowed(
        operation, new WideFilter.Layout(filter[3], Math.max(1, filter[0] / groups), false));
  }

  static Kernel depthwiseConv2d(Operation operation) {
    int channels = Windows.image(operation.operand(0).type()).channels();
    int outputs = Scales.dims(operation.operand(1).type())[3];
    return windowed(
        operation, new WideFilter.Layout(1, Math.max(1, outputs / Math.max(1, channels)), true));
  }

  private static Kernel windowed(Operation operation, WideFilter.Layout layout) {
    int[] filter = Scales.dims(operation.operand(1).type());
    Window2d window =
        Windows.of(operation, filter[1], filter[2], Spatial.of(operation, "dilations"));
    Nhwc images = Windows.image(operation.operand(0).type());
    int outputs = layout.depthwise() ? filter[3] : filter[0];
    WideFilter sums = of(operation, window, layout, outputs);
    return Shorts.unary(operation, input -> sums.execute(input, images));
  }

  /** Rows are images of one pixel. */
  static Kernel fullyConnected(Operation operation) {
    int[] filter = Scales.dims(operation.operand(1).type());
    Window1d point = Window1d.valid(1, 1, 1);
    WideFilter.Layout layout = new WideFilter.Layout(filter[1], Math.max(1, filter[0]), false);
    WideFilter sums = of(operation, new Window2d(point, point), layout, filter[0]);
    long rows = Scales.size(operation.result().type()) / Math.max(1, filter[0]);
    Nhwc images = new Nhwc(Math.toIntExact(rows), 1, 1, filter[1]);
    return Shorts.unary(operation, input -> sums.execute(input, images));
  }

  private static WideFilter of(
      Operation operation, Window2d window, WideFilter.Layout layout, int outputs) {
    return new WideFilter(
        window,
        Bytes.constant(operation, 1).bytes(),
        layout,
        Biases.sums(operation, outputs),
        TpuAttributes.scaling(operation),
        TpuAttributes.clamp(operation));
  }
}
