package org.qopt.passes.shapeinference;

import java.util.List;
import org.qopt.dialect.nn.shape.ConvShapes;
import org.qopt.dialect.nn.shape.PoolShapes;
import org.qopt.dialect.nn.shape.ShapeInput;
import org.qopt.dialect.nn.shape.Window;
import org.qopt.ir.Operation;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;

/** The dimensions that windows leave of images, as symbols. */
final class SymbolicWindows {
  private SymbolicWindows() {}

  static List<Dim> convolution(Operation operation, List<List<Dim>> operands) {
    return dims(ConvShapes.window(input(operation)), operands.getFirst(), SymbolicRules.UNKNOWN);
  }

  static List<Dim> pool(Operation operation, List<List<Dim>> operands) {
    return dims(
        PoolShapes.window(input(operation)), operands.getFirst(), operands.getFirst().get(3));
  }

  private static ShapeInput input(Operation operation) {
    return new ShapeInput(
        operation.operandTypes().stream().map(type -> ((TensorType) type).shape()).toList(),
        operation.allAttributes());
  }

  // The channels of a convolution are the filter's, which the type tells if anything does.
  private static List<Dim> dims(Window window, List<Dim> image, Dim channels) {
    int rows = window.padding().top() + window.padding().bottom();
    int columns = window.padding().left() + window.padding().right();
    return List.of(
        image.get(0),
        positions(
            image.get(1),
            rows,
            window.height(),
            window.strides().height(),
            window.dilations().height()),
        positions(
            image.get(2),
            columns,
            window.width(),
            window.strides().width(),
            window.dilations().width()),
        channels);
  }

  // Longer strides round down, which polynomials do not.
  private static Dim positions(Dim size, long padding, long window, int stride, int dilation) {
    if (window == Shape.DYNAMIC || stride != 1) {
      return SymbolicRules.UNKNOWN;
    }
    return size.plus(Dim.of(padding - (window - 1) * dilation)).orElse(SymbolicRules.UNKNOWN);
  }
}
