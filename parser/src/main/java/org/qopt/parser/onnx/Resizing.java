package org.qopt.parser.onnx;

import java.util.Arrays;
import java.util.List;
import org.qopt.dialect.nn.ResizeOp;
import org.qopt.dialect.nn.attr.Resampling;
import org.qopt.dialect.nn.attr.Resampling.Coordinates;
import org.qopt.dialect.nn.attr.Resampling.Mode;
import org.qopt.dialect.nn.attr.Resampling.Rounding;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.tensor.Tensor;

/** {@code Resize} of images, and {@code Upsample}, which it replaced. */
final class Resizing {
  private static final int UPSAMPLE_TAKES_INPUTS = 9;
  private static final int RESIZE_SAYS_HOW = 11;
  private static final int SIZES = 3;

  private Resizing() {}

  static void upsample(OnnxNode node) {
    if (node.opset() >= UPSAMPLE_TAKES_INPUTS) {
      node.requireInputs(2, 2);
      simple(node, reals(node, 1));
      return;
    }
    node.requireInputs(1, 1);
    simple(
        node, node.attributes().reals("scales").orElseThrow(() -> node.fault("scales is missing")));
  }

  static void resize(OnnxNode node) {
    if (node.opset() < RESIZE_SAYS_HOW) {
      node.requireInputs(2, 2);
      simple(node, reals(node, 1));
      return;
    }
    node.requireInputs(1, SIZES + 1);
    refuse(node, "antialias", 0);
    String policy = node.attributes().string("keep_aspect_ratio_policy", "stretch");
    if (!policy.equals("stretch")) {
      throw node.fault("keep_aspect_ratio_policy \"%s\" is not supported".formatted(policy));
    }
    Growth growth =
        isGiven(node, SIZES)
            ? Growth.toSizes(node, sizes(node))
            : Growth.byScales(node, scales(node));
    finish(node, growth, resampling(node, growth));
  }

  // Of old a place was rounded down, or up where the image shrinks.
  private static void simple(OnnxNode node, float[] scales) {
    Growth growth = Growth.byScales(node, full(node, scales, "the scales"));
    Mode mode = mode(node);
    boolean shrinks = growth.scales()[0] < 1 || growth.scales()[1] < 1;
    if (mode == Mode.NEAREST && shrinks && (growth.scales()[0] > 1 || growth.scales()[1] > 1)) {
      throw node.fault("growing along one axis while shrinking along the other is not supported");
    }
    Rounding rounding = shrinks && mode == Mode.NEAREST ? Rounding.CEIL : Rounding.FLOOR;
    finish(node, growth, new Resampling(mode, Coordinates.ASYMMETRIC, rounding));
  }

  private static void finish(OnnxNode node, Growth growth, Resampling resampling) {
    DictionaryAttr attributes = growth.attributes().resampling(resampling).build();
    if (growth.channelsLast()) {
      node.finish(node.create(ResizeOp.DEF, List.of(node.modelInput(0)), attributes));
    } else {
      node.finishChannelsLast(node.create(ResizeOp.DEF, List.of(node.imageInput(0)), attributes));
    }
  }

  private static Mode mode(OnnxNode node) {
    String mode = node.attributes().string("mode", "nearest");
    return switch (mode) {
      case "nearest" -> Mode.NEAREST;
      case "linear" -> Mode.BILINEAR;
      default ->
          throw node.fault("mode \"%s\" is not supported; nearest and linear are".formatted(mode));
    };
  }

  private static Resampling resampling(OnnxNode node, Growth growth) {
    Mode mode = mode(node);
    String how = node.attributes().string("coordinate_transformation_mode", "half_pixel");
    Rounding rounding = mode == Mode.NEAREST ? rounding(node) : Rounding.FLOOR;
    return switch (how) {
      case "asymmetric" -> new Resampling(mode, Coordinates.ASYMMETRIC, rounding);
      case "half_pixel" -> new Resampling(mode, Coordinates.HALF_PIXEL, rounding);
      case "pytorch_half_pixel" -> new Resampling(mode, Coordinates.PYTORCH_HALF_PIXEL, rounding);
      case "align_corners" -> new Resampling(mode, Coordinates.ALIGN_CORNERS, rounding);
      case "half_pixel_symmetric" -> {
        if (!growth.isExact()) {
          throw node.fault(
              "half_pixel_symmetric is supported only where the scales make whole pixels of the"
                  + " image");
        }
        yield new Resampling(mode, Coordinates.HALF_PIXEL, rounding);
      }
      case "tf_half_pixel_for_nn" ->
          new Resampling(mode, Coordinates.HALF_PIXEL, later(node, rounding));
      default ->
          throw node.fault("coordinate_transformation_mode \"%s\" is not supported".formatted(how));
    };
  }

  // Places that lie half a pixel further, rounded, are half_pixel's, rounded in another way.
  private static Rounding later(OnnxNode node, Rounding rounding) {
    return switch (rounding) {
      case FLOOR -> Rounding.HALF_UP;
      case HALF_DOWN -> Rounding.CEIL;
      case CEIL, HALF_UP ->
          throw node.fault(
              "tf_half_pixel_for_nn is supported only with nearest_mode floor and"
                  + " round_prefer_floor");
    };
  }

  private static Rounding rounding(OnnxNode node) {
    String nearest = node.attributes().string("nearest_mode", "round_prefer_floor");
    return switch (nearest) {
      case "floor" -> Rounding.FLOOR;
      case "ceil" -> Rounding.CEIL;
      case "round_prefer_floor" -> Rounding.HALF_DOWN;
      case "round_prefer_ceil" -> Rounding.HALF_UP;
      default -> throw node.fault("nearest_mode \"%s\" is not one of ONNX's".formatted(nearest));
    };
  }

  private static void refuse(OnnxNode node, String attribute, long only) {
    long found = node.attributes().integer(attribute, only);
    if (found != only) {
      throw node.fault(attribute + " " + found + " is not supported; only " + only + " is");
    }
  }

  // An input that is there but has no elements stands for one that is not.
  private static boolean isGiven(OnnxNode node, int index) {
    return node.has(index)
        && node.input(index).constant().filter(tensor -> tensor.size() == 0).isEmpty();
  }

  private static float[] scales(OnnxNode node) {
    if (!isGiven(node, 2)) {
      throw node.fault("neither scales nor sizes are given");
    }
    return full(node, reals(node, 2), "the scales");
  }

  private static float[] reals(OnnxNode node, int index) {
    Tensor tensor = node.constant(index, "the scale of each axis");
    float[] values = new float[Math.toIntExact(tensor.size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) tensor.real(i);
    }
    return values;
  }

  private static float[] full(OnnxNode node, float[] scales, String what) {
    int[] axes = axes(node, scales.length, what);
    float[] result = {1, 1, 1, 1};
    for (int i = 0; i < axes.length; i++) {
      if (!(scales[i] > 0) || Float.isInfinite(scales[i])) {
        throw node.fault("a scale is a number above 0, but got " + scales[i]);
      }
      result[axes[i]] = scales[i];
    }
    return result;
  }

  private static long[] sizes(OnnxNode node) {
    long[] sizes = node.constantIntegers(SIZES, "the size of the result");
    int[] axes = axes(node, sizes.length, "the sizes");
    long[] result = node.image(0).dims().toArray();
    for (int i = 0; i < axes.length; i++) {
      if (sizes[i] < 1) {
        throw node.fault("a size is at least 1, but got " + sizes[i]);
      }
      result[axes[i]] = sizes[i];
    }
    return result;
  }

  private static int[] axes(OnnxNode node, int count, String what) {
    node.image(0);
    long[] all = {0, 1, 2, 3};
    long[] axes = node.attributes().integers("axes").orElse(all);
    if (axes.length != count) {
      throw node.fault(
          "%s are one number for each of %d axes, but got %d".formatted(what, axes.length, count));
    }
    return Arrays.stream(axes).mapToInt(axis -> node.axis(axis, Layouts.RANK)).toArray();
  }
}
