package org.qopt.parser.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.qopt.parser.model.Programs.assertBody;
import static org.qopt.parser.model.Programs.assertValid;
import static org.qopt.parser.model.Programs.fault;
import static org.qopt.parser.onnx.OnnxModelBuilder.integer;
import static org.qopt.parser.onnx.OnnxModelBuilder.integers;
import static org.qopt.parser.onnx.OnnxModelBuilder.string;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qopt.dialect.builtin.ModuleOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.nn.ResizeOp;
import org.qopt.ir.Operation;

/** {@code Resize} and {@code Upsample} of ONNX models. */
class OnnxResizingTest {
  private static final String NODE = "node \"y\" (Resize, #0): ";

  private final OnnxModelBuilder model = new OnnxModelBuilder(13);

  private static String attributes(Operation module) {
    assertValid(module);
    FuncOp main = new FuncOp(new ModuleOp(module).opsOf(FuncOp.DEF).getFirst());
    for (Operation operation : main.entry().operations()) {
      if (operation.is(ResizeOp.DEF)) {
        return operation.result().type() + " " + operation.allAttributes();
      }
    }
    return "none";
  }

  @Test
  void imageIsResizedWithChannelsLast() {
    model
        .input("x", 1, 2, 4, 4)
        .floats("scales", new float[] {1, 1, 2, 0.5f}, 4)
        .node(
            "Resize",
            "x - scales",
            "y",
            string("mode", "nearest"),
            string("coordinate_transformation_mode", "asymmetric"),
            string("nearest_mode", "floor"));
    assertBody(
        """
        func.func @main(%arg0: tensor<1x2x4x4xf32>) -> tensor<1x2x8x2xf32> {
        %0 = nn.transpose %arg0 {permutation = array<i64: 0, 2, 3, 1>} : tensor<1x4x4x2xf32>
        %1 = nn.resize %0 {scales = array<f32: 2.0, 0.5>} : tensor<1x8x2x2xf32>
        %2 = nn.transpose %1 {permutation = array<i64: 0, 3, 1, 2>} : tensor<1x2x8x2xf32>
        return %2 : tensor<1x2x8x2xf32>
        """,
        model.read("y"));
  }

  @Test
  void channelsMayBeLastInTheModel() {
    model
        .input("x", 1, 4, 4, 2)
        .floats("scales", new float[] {1, 2, 2, 1}, 4)
        .node("Resize", "x - scales", "y", string("mode", "linear"));
    assertEquals(
        "tensor<1x8x8x2xf32> {coordinates = \"half_pixel\", mode = \"bilinear\", rounding = \"floor\","
            + " scales = array<f32: 2.0, 2.0>}",
        attributes(model.read("y")));
  }

  @Test
  void sizesAreScalesWhereTheseLeadToThem() {
    model.input("x", 1, 2, 4, 4).integers("sizes", 1, 2, 8, 6).node("Resize", "x - - sizes", "y");
    assertEquals(
        "tensor<1x8x6x2xf32> {coordinates = \"half_pixel\", mode = \"nearest\", rounding ="
            + " \"half_down\", scales = array<f32: 2.0, 1.5>}",
        attributes(model.read("y")));
  }

  @Test
  void sizesStayWhereScalesWouldRound() {
    model
        .input("x", 1, 2, 41, "w")
        .integers("sizes", 55, 7)
        .node("Resize", "x - - sizes", "y", integers("axes", 2L, -1L));
    assertEquals(
        "tensor<1x55x7x2xf32> {coordinates = \"half_pixel\", mode = \"nearest\", rounding ="
            + " \"half_down\", sizes = array<i64: 55, 7>}",
        attributes(model.read("y")));
  }

  @ParameterizedTest
  @CsvSource({
    "floor, half_up",
    "round_prefer_floor, ceil",
  })
  void placesHalfAPixelLaterAreRoundedInAnotherWay(String nearest, String rounding) {
    model
        .input("x", 1, 2, 4, 4)
        .integers("sizes", 1, 2, 3, 2)
        .node(
            "Resize",
            "x - - sizes",
            "y",
            string("coordinate_transformation_mode", "tf_half_pixel_for_nn"),
            string("nearest_mode", nearest));
    assertEquals(
        "tensor<1x3x2x2xf32> {coordinates = \"half_pixel\", mode = \"nearest\", rounding = \"%s\", scales = array<f32: 0.75, 0.5>}"
            .formatted(rounding),
        attributes(model.read("y")));
  }

  @ParameterizedTest
  @CsvSource({"2, floor", "0.5, ceil"})
  void upsampleRoundsTowardsTheImage(float scale, String rounding) {
    OnnxModelBuilder old = new OnnxModelBuilder(9);
    old.input("x", 1, 2, 4, 4)
        .floats("scales", new float[] {1, 1, scale, 1}, 4)
        .node("Upsample", "x scales", "y", string("mode", "nearest"));
    assertEquals(
        "tensor<1x%dx4x2xf32> {coordinates = \"asymmetric\", mode = \"nearest\", rounding = \"%s\", scales = array<f32: %s, 1.0>}"
            .formatted((int) (4 * scale), rounding, scale),
        attributes(old.read("y")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mode | cubic | mode \"cubic\" is not supported; nearest and linear are",
        "nearest_mode | up | nearest_mode \"up\" is not one of ONNX's",
        "coordinate_transformation_mode | tf_crop_and_resize"
            + " | coordinate_transformation_mode \"tf_crop_and_resize\" is not supported",
        "keep_aspect_ratio_policy | not_larger"
            + " | keep_aspect_ratio_policy \"not_larger\" is not supported",
      })
  void whatResizeCannotSayIsRefused(String attribute, String value, String message) {
    model
        .input("x", 1, 2, 4, 4)
        .floats("scales", new float[] {1, 1, 2, 2}, 4)
        .node("Resize", "x - scales", "y", string(attribute, value));
    assertEquals(NODE + message, fault(() -> model.read("y")));
  }

  @Test
  void scalesOfFractionsOfPixelsAreRefusedWhereMiddlesMeet() {
    model
        .input("x", 1, 2, 4, 4)
        .floats("scales", new float[] {1, 1, 1.3f, 2}, 4)
        .node(
            "Resize",
            "x - scales",
            "y",
            string("coordinate_transformation_mode", "half_pixel_symmetric"));
    assertEquals(
        NODE
            + "half_pixel_symmetric is supported only where the scales make whole pixels of the"
            + " image",
        fault(() -> model.read("y")));
  }

  @Test
  void antialiasIsRefused() {
    model
        .input("x", 1, 2, 4, 4)
        .floats("scales", new float[] {1, 1, 2, 2}, 4)
        .node("Resize", "x - scales", "y", integer("antialias", 1));
    assertEquals(NODE + "antialias 1 is not supported; only 0 is", fault(() -> model.read("y")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,2,2,2 | only height and width of an image may grow, but the scales are [1.0, 2.0, 2.0, 2.0]",
        "1,1,2,0 | a scale is a number above 0, but got 0.0",
        "1,1,2 | the scales are one number for each of 4 axes, but got 3",
      })
  void scalesOfAnotherKindAreRefused(String scales, String message) {
    String[] words = scales.split(",");
    float[] values = new float[words.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.parseFloat(words[i]);
    }
    model
        .input("x", 1, 2, 4, 4)
        .floats("scales", values, values.length)
        .node("Resize", "x - scales", "y");
    assertEquals(NODE + message, fault(() -> model.read("y")));
  }

  @Test
  void computedScalesAndNoScalesAreRefused() {
    model.input("x", 1, 2, 4, 4).input("s", 4).node("Resize", "x - s", "y");
    assertEquals(
        NODE
            + "the scale of each axis is computed by the model; only a constant is supported, which"
            + " it may become with --input-shape",
        fault(() -> model.read("y")));
    OnnxModelBuilder none = new OnnxModelBuilder(13);
    none.input("x", 1, 2, 4, 4).floats("s", new float[0], 0).node("Resize", "x - s", "y");
    assertEquals(NODE + "neither scales nor sizes are given", fault(() -> none.read("y")));
  }
}
