package org.qopt.passes.shapeinference;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.qopt.dialect.nn.Conv2dTransposeOp;
import org.qopt.dialect.nn.ResizeOp;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.dialect.nn.shape.ConvShapes;
import org.qopt.dialect.nn.shape.PoolShapes;
import org.qopt.dialect.nn.shape.ShapeInput;
import org.qopt.dialect.nn.shape.Window;
import org.qopt.ir.Operation;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.passes.shapeinference.SymbolicShapes.Origin;
import org.qopt.passes.shapeinference.SymbolicShapes.Positions;

/** The dimensions that windows leave of images, as symbols. */
final class SymbolicWindows {
  // The denominators and numerators that scales may have.
  private static final int MOST_PARTS = 64;
  private static final int MOST_TIMES = 1024;

  private SymbolicWindows() {}

  static List<Dim> convolution(
      Operation operation, List<List<Dim>> operands, SymbolicShapes shapes) {
    List<Dim> image = operands.getFirst();
    // The channels are the filter's, which the type tells if anything does.
    return dims(ConvShapes.window(input(operation)), operation, image, shapes)
        .add(SymbolicRules.UNKNOWN)
        .build();
  }

  static List<Dim> pool(Operation operation, List<List<Dim>> operands, SymbolicShapes shapes) {
    List<Dim> image = operands.getFirst();
    return dims(PoolShapes.window(input(operation)), operation, image, shapes)
        .add(image.get(3))
        .build();
  }

  private static ShapeInput input(Operation operation) {
    return new ShapeInput(
        operation.operandTypes().stream().map(type -> ((TensorType) type).shape()).toList(),
        operation.allAttributes());
  }

  // All but the channels.
  private static ImmutableList.Builder<Dim> dims(
      Window window, Operation operation, List<Dim> image, SymbolicShapes shapes) {
    int rows = window.padding().top() + window.padding().bottom();
    int columns = window.padding().left() + window.padding().right();
    Optional<Dim> down = way(image.get(1), rows, window.height(), window.dilations().height());
    Optional<Dim> across = way(image.get(2), columns, window.width(), window.dilations().width());
    return ImmutableList.<Dim>builder()
        .add(image.get(0))
        .add(positions(down, window.strides().height(), new Origin(operation.result(), 1), shapes))
        .add(
            positions(across, window.strides().width(), new Origin(operation.result(), 2), shapes));
  }

  // How far the window can go from where it begins.
  private static Optional<Dim> way(Dim size, long padding, long window, int dilation) {
    return window == Shape.DYNAMIC
        ? Optional.empty()
        : size.plus(Dim.of(padding - (window - 1) * dilation - 1));
  }

  private static Dim positions(
      Optional<Dim> way, int stride, Origin origin, SymbolicShapes shapes) {
    return way.flatMap(all -> shapes.count(new Positions(all, stride), origin))
        .orElse(SymbolicRules.UNKNOWN);
  }

  /** {@return what windows that are spread cover: the channels are the filter's} */
  static List<Dim> transposed(Operation operation, List<List<Dim>> operands) {
    Window window = ConvShapes.window(input(operation));
    Spatial added = new Conv2dTransposeOp(operation).outputPadding();
    List<Dim> image = operands.getFirst();
    return List.of(
        image.get(0),
        covered(
            image.get(1),
            added.height() - window.padding().top() - window.padding().bottom(),
            window.height(),
            window.strides().height(),
            window.dilations().height()),
        covered(
            image.get(2),
            added.width() - window.padding().left() - window.padding().right(),
            window.width(),
            window.strides().width(),
            window.dilations().width()),
        SymbolicRules.UNKNOWN);
  }

  private static Dim covered(Dim size, long added, long window, int stride, int dilation) {
    if (window == Shape.DYNAMIC) {
      return SymbolicRules.UNKNOWN;
    }
    long reach = (window - 1) * dilation + 1;
    return size.times(Dim.of(stride))
        .flatMap(starts -> starts.plus(Dim.of(reach - stride + added)))
        .orElse(SymbolicRules.UNKNOWN);
  }

  /** {@return the dimensions of a resized image} */
  static List<Dim> resized(Operation operation, List<List<Dim>> operands, SymbolicShapes shapes) {
    ResizeOp resize = new ResizeOp(operation);
    List<Dim> image = operands.getFirst();
    Dim height = resize.sizes().map(Spatial::height).map(Dim::of).orElse(SymbolicRules.UNKNOWN);
    Dim width = resize.sizes().map(Spatial::width).map(Dim::of).orElse(SymbolicRules.UNKNOWN);
    if (resize.scales().isPresent()) {
      Origin rows = new Origin(operation.result(), 1);
      Origin columns = new Origin(operation.result(), 2);
      height = scaled(image.get(1), resize.scales().get()[0], rows, shapes);
      width = scaled(image.get(2), resize.scales().get()[1], columns, shapes);
    }
    return List.of(image.get(0), height, width, image.get(3));
  }

  // Scales such as 1.5 are fractions of small numbers, with which sizes of images are exact in f32:
  // ⌊size · 3 / 2⌋ is one less than the positions 2 apart from 0 to size · 3.
  private static Dim scaled(Dim size, float scale, Origin origin, SymbolicShapes shapes) {
    int parts = 1;
    while (scale * parts != Math.rint(scale * parts) && parts < MOST_PARTS) {
      parts *= 2;
    }
    float times = scale * parts;
    if (times != Math.rint(times) || Math.abs(times) > MOST_TIMES) {
      return SymbolicRules.UNKNOWN;
    }
    Optional<Dim> way = size.times(Dim.of((long) times));
    int step = parts;
    return step == 1
        ? way.orElse(SymbolicRules.UNKNOWN)
        : way.flatMap(all -> shapes.count(new Positions(all, step), origin))
            .flatMap(count -> count.plus(Dim.of(-1)))
            .orElse(SymbolicRules.UNKNOWN);
  }
}
