package org.qopt.parser.tflite;

import java.util.List;
import org.qopt.dialect.nn.ResizeOp;
import org.qopt.dialect.nn.attr.Resampling;
import org.qopt.dialect.nn.attr.Resampling.Coordinates;
import org.qopt.dialect.nn.attr.Resampling.Mode;
import org.qopt.dialect.nn.attr.Resampling.Rounding;
import org.qopt.parser.model.Attrs;
import org.qopt.parser.tflite.TfliteOptions.Resize;

/** Images of another size. */
final class ResizeOperators {
  private ResizeOperators() {}

  static void bilinear(NodeImport node) {
    finish(node, new Resampling(Mode.BILINEAR, coordinates(node), Rounding.FLOOR));
  }

  // Where places are rounded down they do not count from the middle of pixels: half a pixel less,
  // rounded to the nearest, is the same.
  static void nearest(NodeImport node) {
    Coordinates coordinates = coordinates(node);
    Rounding rounding = coordinates == Coordinates.ASYMMETRIC ? Rounding.FLOOR : Rounding.HALF_UP;
    finish(node, new Resampling(Mode.NEAREST, coordinates, rounding));
  }

  private static Coordinates coordinates(NodeImport node) {
    Resize options = node.options(Resize.class);
    if (options.alignCorners() && options.halfPixelCenters()) {
      throw node.fault("either corners are aligned or pixels have centers, but both are set");
    }
    return options.alignCorners()
        ? Coordinates.ALIGN_CORNERS
        : options.halfPixelCenters() ? Coordinates.HALF_PIXEL : Coordinates.ASYMMETRIC;
  }

  private static void finish(NodeImport node, Resampling resampling) {
    node.requireInputs(2, 2);
    long[] sizes = node.integers(1, "the size of the result");
    if (sizes.length != 2) {
      throw node.fault("the size of the result is 2 integers, but got " + sizes.length);
    }
    node.finish(
        ResizeOp.DEF,
        List.of(node.input(0)),
        new Attrs().ints("sizes", sizes).resampling(resampling).build());
  }
}
